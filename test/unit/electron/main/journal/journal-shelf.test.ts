import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { JournalReader } from "../../../../../core/journal/journal-reader.ts";
import type { RecordingStart } from "../../../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../../../core/trace/batch.ts";
import { laneOf, type ProducerId, producerId } from "../../../../../core/trace/ids.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TaskWriter } from "../../../../../core/trace/task-writer.ts";
import { journalsIn, settleJournal } from "../../../../../electron/main/journal/journal-folder.ts";
import { journalFileName, journalStem } from "../../../../../electron/main/journal/journal-name.ts";
import { JournalShelf } from "../../../../../electron/main/journal/journal-shelf.ts";

const main = producerId(0);
const page = producerId(1);
let folder: string;
let shelf: JournalShelf;
let problems: string[];
let losses: string[];
let restored: string[];

const start = (run: number): RecordingStart => ({
  run,
  lesson: "one-job-two-ways",
  modes: ["coroutines"],
  parameters: {},
  started: `2026-01-01T00:00:${String(run).padStart(2, "0")}.000Z`,
  origin: 1_000,
  clocks: [],
});

function batch(producer: ProducerId, write: (writer: TaskWriter) => void): Batch {
  const recorder = new Recorder({ producer });
  write(new TaskWriter(producer, recorder));
  const [written] = recorder.flush();
  if (written === undefined) throw new Error("nothing was written");
  return written;
}

/** Spoils one byte in place, as a disk does. */
function overwrite(path: string, at: number): void {
  const file = openSync(path, "r+");
  writeSync(file, Uint8Array.of(0xa5), 0, 1, at);
  closeSync(file);
}

beforeEach(() => {
  problems = [];
  losses = [];
  restored = [];
  folder = join(mkdtempSync(join(tmpdir(), "spinscope-journals-")), "recordings");
  shelf = new JournalShelf({
    folder,
    about: { app: "spinscope test", host: {} },
    owner: () => ({ pid: process.pid, start: "5eed" }),
    onProblem: (problem) => problems.push(problem),
    onLoss: ({ events, of, damage }) => losses.push(`${events} of ${of}: ${damage.reason}`),
    onRestored: (path) => restored.push(path),
  });
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

describe("the shelf of journals", () => {
  test("makes no file before a recording begins", () => {
    shelf.openSink();
    expect(readdirSync(folder)).toEqual([]);
    expect(shelf.present).toBeUndefined();
    expect(shelf.openCursor().read()).toEqual([]);
  });

  test("has every record in the file when the call that wrote it returns", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "one")));
    const path = shelf.present?.journal ?? "";
    const entries = new JournalReader().push(readFileSync(path));
    expect(entries.map((entry) => entry.type)).toEqual(["start", "batch"]);
  });

  test("keeps the newest few of those that were decided, and every one that was not", () => {
    for (let run = 1; run <= 20; run++) {
      const sink = shelf.openSink();
      sink.begin(start(run));
      sink.end({ clocks: [], producers: [], dropped: 0 });
      if (run !== 3) shelf.settle(shelf.present?.journal ?? "", "saved");
    }
    expect(journalsIn(folder).map(({ ordinal }) => ordinal)).toEqual([3, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(shelf.present?.journal).toBe(journalsIn(folder).at(-1)?.path);
  });

  test("orders and tidies by what was made first, wherever the wall clock jumps to", () => {
    for (let run = 1; run <= 12; run++) {
      const sink = shelf.openSink();
      // Into the future, then years back, then to one and the same instant again and again.
      const started = run < 5 ? `2031-01-01T00:00:0${run}.000Z` : `${run < 9 ? 2019 : 2026}-01-01T00:00:00.000Z`;
      sink.begin({ ...start(run), started });
      sink.end({ clocks: [], producers: [], dropped: 0 });
      shelf.settle(shelf.present?.journal ?? "", "saved");
    }
    expect(journalsIn(folder).map(({ ordinal }) => ordinal)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test("leaves alone what belongs to another process that lives, however old", () => {
    mkdirSync(folder);
    const parent = { pid: process.ppid, start: "0" };
    const others = Array.from({ length: 3 }, (_, at) =>
      join(folder, journalFileName(journalStem(at, "t", 1, 1), parent)),
    );
    for (const path of others) {
      writeFileSync(path, "");
      settleJournal(path, "saved");
    }
    for (let run = 1; run <= 10; run++) {
      shelf.openSink().begin(start(run));
      shelf.settle(shelf.present?.journal ?? "", "saved");
    }
    expect(others.filter((path) => !existsSync(path))).toEqual([]);
  });

  test("marks no journal that lies elsewhere", () => {
    shelf.settle(join(folder, "..", "other.journal"), "saved");
    expect(readdirSync(join(folder, ".."))).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe("a cursor over the present journal", () => {
  test("reads what is there, and later what came meanwhile", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "one")));
    const cursor = shelf.openCursor();
    expect(cursor.read().map(({ texts }) => texts)).toEqual([["one"]]);
    expect(cursor.read()).toEqual([]);
    sink.append(batch(main, (writer) => writer.output(1_700, laneOf(main, 0), "two")));
    expect(cursor.read().map(({ texts }) => texts)).toEqual([["two"]]);
    cursor.close();
  });

  test.skipIf(process.platform === "win32")(
    "has a journal put back that was deleted with its folder, while its run is on and after",
    () => {
      const sink = shelf.openSink();
      sink.begin(start(1));
      sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "one")));
      const path = shelf.present?.journal ?? "";
      for (const texts of [["one"], ["one"]]) {
        rmSync(folder, { recursive: true });
        expect(
          shelf
            .openCursor()
            .read()
            .map((each) => each.texts),
        ).toEqual([texts]);
        if (restored.length === 1) sink.end({ clocks: [], producers: [], dropped: 0 });
      }
      expect(restored).toEqual([path, path]);
      expect([problems, losses]).toEqual([[], []]);
    },
  );

  test("ends and says why when the journal can't be put back", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    const path = shelf.present?.journal ?? "";
    rmSync(path);
    mkdirSync(path);
    expect(shelf.openCursor().read()).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/was moved or deleted, and can't be written again: EEXIST/)]);
  });

  test("says how much is lost, once, and why, when the journal was overwritten or cut", () => {
    for (const [spoil, why] of [
      [(path: string, size: number) => overwrite(path, size - 10), "a record's checksum is wrong"],
      [(path: string, size: number) => truncateSync(path, size - 10), "the file ends inside a record"],
      [(path: string) => truncateSync(path, 0), "the file is too short to be a journal"],
    ] as const) {
      losses = [];
      const sink = shelf.openSink();
      sink.begin(start(1));
      for (const text of ["one", "two"]) {
        sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), text)));
      }
      const path = shelf.present?.journal ?? "";
      spoil(path, statSync(path).size);
      const cursor = shelf.openCursor();
      const read: Batch[] = [];
      for (let turn = 0; turn < 3; turn++) read.push(...cursor.read());
      cursor.close();
      expect(losses).toEqual([`${2 - read.length} of 2: ${why}`]);
    }
    expect(problems).toEqual([]);
  });

  test("gives stamps since the origin, on main's clock and on another that was aligned", () => {
    const sink = shelf.openSink();
    sink.begin(start(1));
    sink.producer({ id: page, role: "coroutines", pid: 1, thread: 0, epoch: 0, clock: 1, tail: "unknown" });
    sink.append(batch(main, (writer) => writer.output(1_500, laneOf(main, 0), "main")));
    sink.append(
      batch(page, (writer) => {
        // At 50 000 on the page's clock it was 700 µs after the origin.
        writer.clock(50_000, laneOf(page, 0), 1, 50_000, 700, 40);
        writer.timerSet(50_100, laneOf(page, 0), 50_300);
      }),
    );
    const [first, second] = shelf.openCursor().read();
    expect([...(first?.columns.t ?? [])]).toEqual([500]);
    expect([...(second?.columns.t ?? [])]).toEqual([700, 800]);
    expect(second?.columns.n[1]).toBe(1_000);
  });
});
