import { beforeEach, describe, expect, test } from "vitest";
import { jsonValue } from "../../../../../core/trace/adapters/recorded-values.ts";
import { ThreadingAdapter } from "../../../../../core/trace/adapters/threading-adapter.ts";
import { markOf, markProducer, markSeq } from "../../../../../core/trace/adapters/threading-marks.ts";
import { eventOf } from "../../../../../core/trace/decode.ts";
import type { AnyEvent } from "../../../../../core/trace/event.ts";
import { laneOf, producerId } from "../../../../../core/trace/ids.ts";
import { rowOfBatch } from "../../../../../core/trace/read-row.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../../../core/trace/writer.ts";

const producer = producerId(17);
const process = laneOf(producerId(16), 0);
const main = laneOf(producerId(16), 1);

let recorder: Recorder;
let adapter: ThreadingAdapter;
let clock: number;

beforeEach(() => {
  recorder = new Recorder({ producer });
  clock = 0;
  adapter = new ThreadingAdapter(new TraceWriter(producer, recorder), process, () => ++clock);
});

/** What was written, without what is the same in every event. */
function events(): readonly object[] {
  const all: AnyEvent[] = recorder
    .flush()
    .flatMap((batch) => Array.from({ length: batch.count }, (_, row) => eventOf(rowOfBatch(batch, row))));
  return all.map(({ p: _p, ...event }) => event);
}

describe("what a thread does, as events", () => {
  test("making and starting another one", () => {
    const lane = adapter.created("Thread-1 (spin)", main);
    adapter.started(lane);
    expect(lane).toBe(laneOf(producer, 0));
    expect(events()).toEqual([
      { s: 0, t: 1, lane, kind: "lane.created", by: main },
      { s: 1, t: 2, lane, kind: "lane.started" },
    ]);
  });

  test("sleeping: a wait with its length, and a run", () => {
    adapter.sleepBegan(main, 0.1);
    adapter.sleepEnded(main);
    expect(events()).toEqual([
      { s: 0, t: 1, lane: main, kind: "wait", why: "sleep", ms: 100 },
      { s: 1, t: 2, lane: main, kind: "run" },
    ]);
  });

  test("taking a lock that is free, and freeing it", () => {
    const lock = adapter.lockCreated("Lock-1", main);
    adapter.lockAsked(main, lock, false, 0);
    adapter.lockTaken(main, lock, 0, false);
    expect(adapter.lockFreed(main, lock)).toBe(markOf(producer, 3));
    expect(events()).toEqual([
      { s: 0, t: 1, lane: lock, kind: "lane.created", by: main },
      { s: 1, t: 2, lane: main, kind: "lock.asked", lock },
      { s: 2, t: 3, lane: main, kind: "lock.taken", lock },
      { s: 3, t: 4, lane: main, kind: "lock.freed", lock },
    ]);
  });

  test("waiting for a lock: what freed it is why it was taken, and that is why the thread runs", () => {
    const lock = laneOf(producer, 0);
    adapter.lockAsked(main, lock, true, 0.5);
    adapter.lockTaken(main, lock, markOf(producerId(18), 7), true);
    adapter.lockAsked(main, lock, true, Number.POSITIVE_INFINITY);
    adapter.lockGivenUp(main, lock);
    expect(events()).toEqual([
      { s: 0, t: 1, lane: main, kind: "lock.asked", lock },
      { s: 1, t: 1, lane: main, kind: "wait", why: "lock", on: lock, ms: 500 },
      { s: 2, t: 2, lane: main, kind: "lock.taken", lock, cause: [18, 7] },
      { s: 3, t: 2, lane: main, kind: "run", cause: [17, 2] },
      { s: 4, t: 3, lane: main, kind: "lock.asked", lock },
      { s: 5, t: 3, lane: main, kind: "wait", why: "lock", on: lock },
      { s: 6, t: 4, lane: main, kind: "run" },
    ]);
  });

  test("joining: both events of an instant share its stamp, and the cause is the target's end", () => {
    const target = laneOf(producer, 0);
    adapter.joinBegan(main, target);
    adapter.joinEnded(main, target, "ended", markOf(producerId(18), 7));
    adapter.joinEnded(main, target, "timeout", 0);
    expect(events()).toEqual([
      { s: 0, t: 1, lane: main, kind: "join.began", target },
      { s: 1, t: 1, lane: main, kind: "wait", why: "join", on: target },
      { s: 2, t: 2, lane: main, kind: "join.ended", target, how: "ended", cause: [18, 7] },
      { s: 3, t: 2, lane: main, kind: "run" },
      { s: 4, t: 3, lane: main, kind: "join.ended", target, how: "timeout" },
      { s: 5, t: 3, lane: main, kind: "run" },
    ]);
  });

  test("asking and noticing: the mark of the asking names it", () => {
    const mark = adapter.signalSet(main);
    adapter.signalSeen(main, mark);
    expect(events()).toEqual([
      { s: 0, t: 1, lane: main, kind: "signal.set", id: [17, 0] },
      { s: 1, t: 2, lane: main, kind: "signal.seen", id: [17, 0] },
    ]);
  });

  test("ending, with a value, without one, and with an error", () => {
    expect(adapter.returned(main, 42)).toBe(markOf(producer, 0));
    adapter.returned(main, undefined);
    adapter.raised(main, "ValueError: no");
    expect(events()).toEqual([
      { s: 0, t: 1, lane: main, kind: "lane.ended", how: "returned", value: 42 },
      { s: 1, t: 2, lane: main, kind: "lane.ended", how: "returned" },
      { s: 2, t: 3, lane: main, kind: "lane.ended", how: "raised", error: "ValueError: no" },
    ]);
  });

  test("writing and stepping; a write longer than an event may be becomes several of one instant", () => {
    adapter.output(main, "|\b", "stdout");
    adapter.output(main, "x".repeat(5_000), "stderr");
    adapter.line(main, "threads.ts", 12);
    expect(events()).toEqual([
      { s: 0, t: 1, lane: main, kind: "output", text: "|\b" },
      { s: 1, t: 2, lane: main, kind: "output", text: "x".repeat(4_096), stream: "stderr" },
      { s: 2, t: 2, lane: main, kind: "output", text: "x".repeat(904), stream: "stderr" },
      { s: 3, t: 3, lane: main, kind: "line", file: "threads.ts", line: 12 },
    ]);
  });
});

describe("a mark", () => {
  test.each([
    [0, 0],
    [2_046, 2 ** 32 - 1],
    [17, 5],
  ])("names producer %i and number %i in one integer that shared memory can hold", (of, seq) => {
    const mark = markOf(producerId(of), seq);
    expect(mark).toBeGreaterThan(0);
    expect(Number.isSafeInteger(mark)).toBe(true);
    expect([markProducer(mark), markSeq(mark)]).toEqual([of, seq]);
  });

  test("of nothing names no producer", () => {
    expect(markProducer(0)).toBe(-1);
  });
});

describe("a returned value", () => {
  test("is kept as JSON when it is plain data, else as its text", () => {
    expect(jsonValue({ a: [1, "b", null] })).toEqual({ a: [1, "b", null] });
    expect(jsonValue(undefined)).toBeUndefined();
    expect(jsonValue(Number.NaN)).toBe("NaN");
    expect(jsonValue(10n)).toBe("10");
    expect(jsonValue(new RangeError("no"))).toBe("RangeError: no");
    expect(jsonValue([Symbol("s")])).toBe("(a value that can't be printed)");
    expect(jsonValue("x".repeat(70_000))).toBe("(a value of 70002 characters)");
  });
});
