import { beforeEach, describe, expect, test } from "vitest";
import type { RecordingState } from "../../../../../core/contract/recording-state.ts";
import type { RunState } from "../../../../../core/contract/run.ts";
import type { RecordingStart } from "../../../../../core/runs/recording-sinks.ts";
import type { OpenedFile } from "../../../../../electron/main/files/open-desk.ts";
import { RecordingDesk } from "../../../../../electron/main/recordings/recording-desk.ts";

let heard: string[];
let states: RecordingState[];
let isBusy: boolean;
let journal: string | undefined;
const committed = { events: 9, producers: [] };
let settled: string[];
let desk: RecordingDesk;

const start = (run: number): RecordingStart => ({
  run,
  lesson: "one-job-two-ways",
  modes: ["threads"],
  parameters: {},
  started: "2026-01-31T14:05:09",
  origin: 0,
  clocks: [],
});

const endedState: RunState = {
  phase: "ended",
  lesson: "one-job-two-ways",
  modes: [{ mode: "threads", phase: "ended", outcome: { how: "returned", value: 42 } }],
  cancelled: false,
  events: 9,
  dropped: 0,
  errorUs: 80,
};

const file: OpenedFile = {
  path: "/files/a.spinscope",
  name: "a.spinscope",
  journal: "/data/opened/1.journal",
  size: 100,
  modified: 5,
  summary: {
    lesson: "one-job-two-ways",
    modes: [{ mode: "coroutines", phase: "ended" }],
    parameters: {},
    started: "",
    events: 3,
    dropped: 0,
    end: 50,
    errorUs: null,
    lanes: [],
  },
};

/** A whole run, as the desk for runs and the recording tell it. */
function run(number: number): void {
  journal = `/data/${number}.journal`;
  isBusy = true;
  desk.begin(start(number));
  desk.alignment(80);
  desk.end(1_000, 0);
  isBusy = false;
  desk.follow(endedState);
}

beforeEach(() => {
  heard = [];
  states = [];
  settled = [];
  isBusy = false;
  desk = new RecordingDesk({
    language: "en",
    feed: {
      begin: ({ run: number }) => void heard.push(`begin ${number}`),
      batch: () => void heard.push("batch"),
      alignment: (errorUs) => void heard.push(`alignment ${errorUs}`),
      end: (end) => void heard.push(`end ${end}`),
      show: ({ start: { run: number, file: name }, end }) => void heard.push(`show ${number} ${name ?? ""} ${end}`),
    },
    presentJournal: () => (journal === undefined ? undefined : { journal, committed: () => committed }),
    isBusy: () => isBusy,
    onState: (state) => states.push(state),
    onSettled: (path, how) => settled.push(`${how} ${path}`),
  });
});

describe("what is shown", () => {
  test("is nothing at first, then the run as it was recorded, with its outcomes once it has ended", () => {
    expect(desk.state).toEqual({ shown: null, earlier: "none", opening: null });
    expect(desk.toggleEarlier()).toMatchObject({ ok: false });
    run(1);
    expect(heard).toEqual(["begin 1", "alignment 80", "end 1000"]);
    expect(desk.state.shown).toMatchObject({
      number: 1,
      events: 9,
      errorUs: 80,
      modes: endedState.modes,
      saved: false,
    });
    expect(states.at(-1)).toEqual(desk.state);
  });

  test("goes a step back and forth, and never while a run is on", () => {
    run(1);
    run(2);
    heard = [];
    expect(desk.state.earlier).toBe("kept");
    expect(desk.toggleEarlier()).toEqual({ ok: true });
    expect([desk.state.shown?.number, desk.state.earlier]).toEqual([1, "shown"]);
    desk.toggleEarlier();
    expect(heard).toEqual(["show 1  1000", "show 2  1000"]);
    isBusy = true;
    expect(desk.toggleEarlier()).toMatchObject({ ok: false });
    expect(desk.state.shown?.number).toBe(2);
  });

  test("that was shown when another came is the one a step back; what is older is let go", () => {
    run(1);
    run(2);
    desk.toggleEarlier();
    run(3);
    expect([1, 2, 3].map((number) => desk.journalOf(number)?.journal)).toEqual([
      "/data/1.journal",
      undefined,
      "/data/3.journal",
    ]);
  });

  test("may be a file, under a number that no run has, saved as it is", () => {
    run(1);
    desk.showFile({ ...file, cut: "the file was cut short after line 4" });
    expect(heard.at(-1)).toBe("show -1 a.spinscope 50");
    expect(desk.state.shown?.file).toEqual({
      name: "a.spinscope",
      cut: "a.spinscope is not whole: the file was cut short after line 4.",
    });
    expect(desk.source).toMatchObject({ name: "a", from: { kind: "file", path: "/files/a.spinscope" }, isWhole: true });
    expect(desk.journals).toEqual(["/data/opened/1.journal", "/data/1.journal"]);
  });
});

describe("what would be lost", () => {
  test("is each run's recording until it was saved whole", () => {
    isBusy = true;
    journal = "/data/1.journal";
    desk.begin(start(1));
    const early = desk.source;
    desk.end(1_000, 0);
    isBusy = false;
    desk.follow(endedState);
    if (early !== undefined) desk.saved(early);
    expect(desk.unsaved.map(({ number }) => number)).toEqual([1]);
    run(2);
    expect(desk.unsaved.map(({ number }) => number)).toEqual([2, 1]);
    for (const source of desk.unsaved) desk.saved(source);
    desk.showFile(file);
    expect(desk.unsaved).toEqual([]);
  });

  test("is settled when it was saved, when later runs have put it aside, and when it was given up at the end", () => {
    run(1);
    run(2);
    expect(settled).toEqual([]);
    run(3);
    expect(settled).toEqual(["replaced /data/1.journal"]);
    const [last] = desk.unsaved;
    if (last !== undefined) desk.saved(last);
    desk.declineUnsaved();
    expect(settled.slice(1)).toEqual(["saved /data/3.journal", "declined /data/2.journal"]);
  });

  test("is a recovered recording, too, shown as a run's that has ended", () => {
    const { summary } = file;
    desk.showRecovered({ number: desk.nextNumber(), journal: "/data/recordings/1.journal", summary });
    expect(heard).toEqual(["show -1  50"]);
    expect(desk.state.shown).toMatchObject({ number: -1, recovered: true, saved: false });
    expect(desk.unsaved.map(({ from, isWhole }) => [from, isWhole])).toEqual([
      [{ kind: "journal", path: "/data/recordings/1.journal", committed: { events: 3, producers: [] } }, true],
    ]);
  });

  test("is nothing of a run whose journal could not be made: there is nothing to save", () => {
    journal = undefined;
    desk.begin(start(1));
    expect(desk.source).toBeUndefined();
    expect(desk.unsaved).toEqual([]);
  });
});
