import { beforeEach, describe, expect, test } from "vitest";
import { Channel } from "../../../../../core/contract/channel.ts";
import { fromTimeline, toTimeline } from "../../../../../core/contract/timeline-protocol.ts";
import type { RecordingStart } from "../../../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../../../core/trace/batch.ts";
import { createColumns } from "../../../../../core/trace/columns.ts";
import { producerId } from "../../../../../core/trace/ids.ts";
import { TimelineFeed } from "../../../../../electron/main/page/timeline-feed.ts";
import { type MemoryWires, memoryWires } from "../../../../support/memory-wire.ts";

const start: RecordingStart = {
  run: 1,
  lesson: "one-job-two-ways",
  modes: ["threads"],
  parameters: {},
  started: "2026-01-01T00:00:00.000Z",
  origin: 0,
  clocks: [],
};
const rows = 10_000;

/** What the journal holds; the feed reads it two batches at a time. */
let journal: Batch[];
let cursors: number;
let turns: (() => void)[];
let feed: TimelineFeed;

function batch(from: number): Batch {
  return { producer: producerId(0), from, count: rows, columns: createColumns(rows), texts: [] };
}

/** As a recording does: the journal first, then the feed. */
function record(): void {
  const next = batch(journal.length * rows);
  journal.push(next);
  feed.batch(next);
}

function takeTurns(): void {
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn();
}

/** A worker that takes what it is sent when told to. */
class Worker {
  readonly heard: string[] = [];
  readonly wires: MemoryWires = memoryWires();
  #rows = 0;
  readonly #channel = new Channel({
    name: "worker",
    wire: this.wires.far,
    outgoing: fromTimeline,
    incoming: toTimeline,
    handlers: {
      begin: ({ run }) => void this.heard.push(`begin ${run}`),
      batch: ({ batch: { from, count } }) => {
        this.#rows += count;
        this.heard.push(`batch ${from / rows}`);
      },
      alignment: ({ errorUs }) => void this.heard.push(`alignment ${errorUs}`),
      end: () => void this.heard.push("end"),
    },
  });

  take(): void {
    this.wires.deliver();
    this.#channel.send("taken", { run: 1, events: this.#rows });
    this.wires.deliver();
  }
}

beforeEach(() => {
  journal = [];
  cursors = 0;
  turns = [];
  feed = new TimelineFeed({
    openCursor: () => {
      cursors += 1;
      let at = 0;
      return {
        read: () => {
          const read = journal.slice(at, at + 2);
          at += read.length;
          return read;
        },
        close: () => {},
      };
    },
    later: (turn) => void turns.push(turn),
    onRefused: (reason) => {
      throw new Error(reason);
    },
  });
});

const batches = (count: number): string[] => Array.from({ length: count }, (_, index) => `batch ${index}`);

describe("the feed of the timeline", () => {
  test("sends a recording as it grows", () => {
    const worker = new Worker();
    feed.connect(worker.wires.near);
    feed.begin(start);
    record();
    feed.alignment(80);
    record();
    feed.end(1_000, 0);
    worker.take();
    expect(worker.heard).toEqual(["begin 1", "batch 0", "alignment 80", "batch 1", "end"]);
    expect(cursors).toBe(0);
  });

  test("reads the journal to a worker that comes late, and goes on live without a hole or a repetition", () => {
    feed.begin(start);
    for (let i = 0; i < 5; i++) record();
    feed.alignment(80);
    const worker = new Worker();
    feed.connect(worker.wires.near);
    turns.shift()?.();
    record();
    takeTurns();
    record();
    feed.end(1_000, 0);
    worker.take();
    expect(worker.heard).toEqual(["begin 1", ...batches(6), "alignment 80", "batch 6", "end"]);
  });

  test("tells a worker that comes after the end that the recording has ended", () => {
    feed.begin(start);
    record();
    feed.end(1_000, 0);
    const worker = new Worker();
    feed.connect(worker.wires.near);
    takeTurns();
    worker.take();
    expect(worker.heard).toEqual(["begin 1", "batch 0", "end"]);
  });

  test("holds back from a worker that has fallen behind, and makes it up from the journal", () => {
    const worker = new Worker();
    feed.connect(worker.wires.near);
    feed.begin(start);
    for (let i = 0; i < 60; i++) record();
    takeTurns();
    const ahead = worker.wires.near.sent.length;
    expect(ahead).toBeLessThan(30);
    for (let i = 0; i < 10; i++) {
      worker.take();
      takeTurns();
    }
    worker.take();
    expect(worker.heard).toEqual(["begin 1", ...batches(60)]);
    record();
    worker.take();
    expect(worker.heard.at(-1)).toBe("batch 60");
  });

  test("sends nothing to a worker that is gone, and starts over with the next one", () => {
    const first = new Worker();
    feed.connect(first.wires.near);
    feed.begin(start);
    feed.disconnect(first.wires.near);
    record();
    const second = new Worker();
    feed.connect(second.wires.near);
    feed.disconnect(first.wires.near);
    takeTurns();
    second.take();
    expect(second.heard).toEqual(["begin 1", "batch 0"]);
  });

  test("forgets a recording when the next one begins, also while it is still being read", () => {
    feed.begin(start);
    for (let i = 0; i < 5; i++) record();
    const worker = new Worker();
    feed.connect(worker.wires.near);
    journal = [];
    feed.begin({ ...start, run: 2 });
    record();
    takeTurns();
    worker.wires.deliver();
    expect(worker.heard.slice(-2)).toEqual(["begin 2", "batch 0"]);
  });

  test("shows a recording that has ended from its journal, to the worker that is there and to the next one", () => {
    const first = new Worker();
    feed.connect(first.wires.near);
    feed.begin(start);
    record();
    feed.end(500, 0);
    journal = [batch(0), batch(rows), batch(2 * rows)];
    const { run, lesson, modes, parameters } = start;
    const shown = { run: -run, lesson, modes: [...modes], parameters, file: "a.spinscope" };
    feed.show({ start: shown, end: 1_000, dropped: 0, errorUs: 7 });
    takeTurns();
    first.take();
    const whole = ["begin -1", ...batches(3), "alignment 7", "end"];
    expect(first.heard.slice(3)).toEqual(whole);
    const second = new Worker();
    feed.connect(second.wires.near);
    takeTurns();
    second.take();
    expect(second.heard).toEqual(whole);
  });

  test("goes on with a new run, also while a recording is still being read to be shown", () => {
    const worker = new Worker();
    feed.connect(worker.wires.near);
    journal = [batch(0), batch(rows), batch(2 * rows)];
    const { run, lesson, modes, parameters } = start;
    feed.show({ start: { run: -run, lesson, modes: [...modes], parameters }, end: 9, dropped: 0, errorUs: undefined });
    journal = [];
    feed.begin(start);
    record();
    takeTurns();
    worker.take();
    expect(worker.heard).toEqual(["begin -1", "batch 0", "batch 1", "begin 1", "batch 0"]);
  });
});
