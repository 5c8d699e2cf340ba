import { beforeEach, describe, expect, test } from "vitest";
import { OpenDesk, type OpenedFile, type Opening } from "../../../../../electron/main/files/open-desk.ts";
import type { ReadFile } from "../../../../../electron/main/files/open-worker.ts";

const read: ReadFile = {
  size: 10,
  modified: 1,
  summary: {
    lesson: "",
    modes: [],
    parameters: {},
    started: "",
    events: 0,
    dropped: 0,
    end: 0,
    errorUs: null,
    lanes: [],
  },
};

/** A file that is being read, finished by the test. */
interface PendingRead {
  readonly path: string;
  readonly finish: (file: ReadFile | undefined) => void;
  readonly refuse: (reason: string) => void;
  readonly progress: (read: number, size: number) => void;
  isCancelled: boolean;
}

let reads: PendingRead[];
let opened: OpenedFile[];
let openings: Opening[];
let isBusy: boolean;
let chosen: string[];
let desk: OpenDesk;

beforeEach(() => {
  reads = [];
  opened = [];
  openings = [];
  isBusy = false;
  chosen = [];
  desk = new OpenDesk({
    language: "en",
    askWhich: async () => ({ canceled: chosen.length === 0, filePaths: chosen }),
    journal: () => "/data/opened/1.journal",
    read: (path, _journal, progress) => {
      let resolve = (_file: ReadFile | undefined): void => {};
      let reject = (_error: Error): void => {};
      const promise = new Promise<ReadFile | undefined>((onRead, onRefused) => {
        resolve = onRead;
        reject = onRefused;
      });
      const pending: PendingRead = {
        path,
        finish: resolve,
        refuse: (reason) => reject(new Error(reason)),
        progress,
        isCancelled: false,
      };
      reads.push(pending);
      return {
        done: promise,
        cancel: () => {
          pending.isCancelled = true;
          resolve(undefined);
        },
      };
    },
    isBusy: () => isBusy,
    onOpening: (opening) => openings.push(opening),
    onOpened: (file) => opened.push(file),
  });
});

describe("opening a file", () => {
  test("tells how far it is, and shows it when it was read to its end", async () => {
    const answer = desk.open("/files/a.spinscope");
    reads[0]?.progress(5, 10);
    expect(opened).toEqual([]);
    reads[0]?.finish(read);
    expect(await answer).toEqual({ ok: true });
    expect(opened).toEqual([
      { ...read, path: "/files/a.spinscope", name: "a.spinscope", journal: "/data/opened/1.journal" },
    ]);
    expect(openings).toEqual([
      { name: "a.spinscope", read: 0, size: 0 },
      { name: "a.spinscope", read: 5, size: 10 },
      null,
    ]);
  });

  test("that can't be read changes nothing, and says which file and why", async () => {
    const answer = desk.open("/files/a.spinscope");
    reads[0]?.refuse("line 3: this line is not JSON");
    expect(await answer).toEqual({
      ok: false,
      problem: "a.spinscope was not opened: line 3: this line is not JSON. What was shown before is still here.",
    });
    expect(opened).toEqual([]);
    expect(openings.at(-1)).toBeNull();
  });

  test("asks by a dialog, and opens nothing when the person changes their mind", async () => {
    expect(await desk.ask()).toEqual({ ok: true });
    expect(reads).toEqual([]);
    chosen = ["/files/b.spinscope"];
    const answer = desk.ask();
    await Promise.resolve();
    reads[0]?.finish(read);
    expect(await answer).toEqual({ ok: true });
    expect(opened.map(({ name }) => name)).toEqual(["b.spinscope"]);
  });

  test("is given up for the file that is asked for after it", async () => {
    const first = desk.open("/files/a.spinscope");
    const second = desk.open("/files/b.spinscope");
    expect(reads[0]?.isCancelled).toBe(true);
    reads[0]?.progress(9, 10);
    reads[1]?.finish(read);
    expect(await Promise.all([first, second])).toEqual([{ ok: true }, { ok: true }]);
    expect(opened.map(({ name }) => name)).toEqual(["b.spinscope"]);
    expect(openings.filter((each) => each?.read === 9)).toEqual([]);
  });

  test("ends when it is cancelled, also when it had just been read", async () => {
    const answer = desk.open("/files/a.spinscope");
    reads[0]?.finish(read);
    desk.cancel();
    expect(await answer).toEqual({ ok: true });
    expect(opened).toEqual([]);
    expect(openings.at(-1)).toBeNull();
    desk.cancel();
  });

  test("is refused while a run is on, before it is read and after", async () => {
    isBusy = true;
    expect(await desk.open("/files/a.spinscope")).toMatchObject({ ok: false });
    expect(reads).toEqual([]);
    isBusy = false;
    const answer = desk.open("/files/a.spinscope");
    isBusy = true;
    reads[0]?.finish(read);
    expect(await answer).toMatchObject({ ok: false });
    expect(opened).toEqual([]);
  });

  test("needs a path: what a script made has none", async () => {
    expect(await desk.open("")).toMatchObject({ ok: false });
    expect(reads).toEqual([]);
  });
});
