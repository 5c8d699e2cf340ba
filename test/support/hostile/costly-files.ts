/**
 * Recordings of a few MB, made so that a fold, a check or a writer that is quadratic, recursive or spreads a list into a
 * call costs minutes, gigabytes or its stack. Each is made at any size, so that costs can be compared.
 */
import type { Json } from "../../../core/trace/event.ts";

type Fields = Readonly<Record<string, Json>>;

export interface CostlyFile {
  readonly name: string;
  /** How large a dangerous one is. */
  readonly size: number;
  /** Its lines, without line ends. */
  readonly lines: (size: number) => Iterable<string>;
  /** The reason, for one that is refused. */
  readonly refused?: RegExp;
}

/** The process, the thread 1 of it, and a producer. */
const [process, thread, producer] = [1, 2, 5];
const processLane = { id: process, kind: "process", name: "process", runtime: "threads" };
const threadLane = { id: thread, kind: "thread", name: "thread", parent: process, runtime: "threads" };

function header(fields: Fields = {}): string {
  return JSON.stringify({
    format: "spinscope",
    version: 1,
    app: "hostile",
    lesson: "one-job-two-ways",
    modes: ["threads"],
    params: { gil: "on" },
    started: "2026-01-31T14:05:09.000Z",
    host: {},
    clocks: [{ id: 0, kind: "hrtime", errorUs: 0 }],
    producers: [{ id: producer, role: "threads", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" }],
    lanes: [processLane, threadLane],
    ...fields,
  });
}

/** Lanes 10, 11, … of one kind. */
function lanesOf(size: number, kind: string, parentOf: (index: number) => number = () => process): Json {
  const lanes = Array.from({ length: size }, (_, index) => {
    return { id: 10 + index, kind, name: `L${index}`, parent: parentOf(index), runtime: "threads" };
  });
  return [processLane, threadLane, ...lanes];
}

/** Events of the one producer, numbered as they come; `t` rises by 1 µs unless they say otherwise. */
function* events(each: Iterable<Fields>): Generator<string> {
  let s = 0;
  for (const fields of each) {
    yield JSON.stringify({ p: producer, s, t: s, lane: thread, ...fields });
    s += 1;
  }
  yield JSON.stringify({ end: true, events: s, dropped: 0 });
}

function* times(size: number, fieldsOf: (index: number) => Fields): Generator<Fields> {
  for (let index = 0; index < size; index++) yield fieldsOf(index);
}

function* file(head: string, ...each: readonly Iterable<Fields>[]): Generator<string> {
  yield head;
  yield* events(
    (function* () {
      for (const some of each) yield* some;
    })(),
  );
}

const lane = (index: number): number => 10 + index;
const joins = (waiter: number, target: number): Fields => ({ lane: waiter, kind: "wait", why: "join", on: target });

export const costlyFiles: readonly CostlyFile[] = [
  {
    name: "circle-of-waits",
    size: 150_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => joins(lane(i), lane((i + 1) % size))),
      ),
  },
  {
    name: "chain-into-a-circle",
    size: 60_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => joins(lane(i), lane((i + 1) % (size / 2)))),
        times(size / 2, (i) => joins(lane(size / 2 + i), lane(size / 2 + i - 1))),
      ),
  },
  {
    name: "circle-closed-again-and-again",
    size: 60_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => joins(lane(i), lane((i + 1) % (size / 2)))),
        times(size / 2, (i) => (i % 2 === 0 ? { lane: lane(0), kind: "run" } : joins(lane(0), lane(1)))),
      ),
  },
  {
    name: "overlapping-runs",
    size: 12_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size, "thread") }),
        times(size, (i) => ({ lane: lane(i), kind: "run" })),
        times(size, (i) => ({ lane: lane(i), kind: "wait", why: "sleep" })),
      ),
  },
  {
    name: "holes",
    size: 60_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => ({ s: 2 * i + 1, kind: "run" })),
      ),
  },
  {
    name: "holes-filled",
    size: 120_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ s: 2 * i + 1, kind: "run" })),
        times(size / 2, (i) => ({ s: size - 2 * i, kind: "run" })),
      ),
  },
  {
    name: "joins-of-one-lane",
    size: 60_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(1, "thread") }),
        times(size, () => ({ kind: "join.ended", target: lane(0), how: "ended" })),
      ),
  },
  {
    name: "clocks",
    size: 150_000,
    lines: (size) =>
      file(
        header({ clocks: Array.from({ length: size }, (_, id) => ({ id, kind: "performance", errorUs: 5 })) }),
        times(1, () => ({ kind: "run" })),
      ),
  },
  {
    name: "in-reverse",
    size: 150_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => ({
          t: size - i,
          kind: i % 2 === 0 ? "run" : "wait",
          ...(i % 2 === 0 ? {} : { why: "sleep" }),
        })),
      ),
  },
  {
    name: "signals-in-reverse",
    size: 120_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ t: 0, kind: "signal.set", id: [producer, i] })),
        times(size / 2, (i) => ({ t: size - i, kind: "signal.seen", id: [producer, i] })),
      ),
  },
  {
    name: "messages-in-reverse",
    size: 120_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) =>
          i % 2 === 0
            ? { t: size - i, kind: "message.sent", id: [producer, i], to: thread, channel: "c", bytes: 1 }
            : { t: size - i, kind: "message.received", id: [producer, i - 1], from: thread, channel: "c", bytes: 1 },
        ),
      ),
  },
  {
    name: "output-in-reverse",
    size: 150_000,
    lines: (size) =>
      file(
        header(),
        times(size, (i) => ({ t: size - i, kind: "output", text: `${i}\n` })),
      ),
  },
  {
    name: "chain-of-lanes",
    size: 100_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size, "thread", (i) => (i === 0 ? process : lane(i - 1))) }),
        times(size, (i) => ({ lane: lane(size - 1 - i), kind: "lane.ended", how: "open" })),
      ),
  },
  {
    name: "circle-of-lanes",
    size: 150_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size, "thread", (i) => lane((i + 1) % size)) }),
        times(size, (i) => ({ lane: lane(i), kind: "lane.created" })),
      ),
  },
  {
    name: "cancels-of-one-lane",
    size: 100_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ kind: "cancel.requested", target: lane(0), id: [producer, i] })),
        times(size / 2, (i) => ({ lane: lane(0), kind: "cancel.delivered", id: [producer, i] })),
      ),
  },
  {
    name: "cancels-of-many-lanes",
    size: 100_000,
    lines: (size) =>
      file(
        header(),
        times(size / 2, (i) => ({ kind: "cancel.requested", target: lane(i), id: [producer, i] })),
        times(size / 2, (i) => ({ lane: lane(i), kind: "lane.ended", how: "cancelled" })),
      ),
  },
  {
    name: "blocked-loops",
    size: 120_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size / 2, "task") }),
        times(size, (i) => ({
          t: i * 1e5,
          lane: lane(i >> 1),
          kind: i % 2 === 0 ? "wait" : "run",
          ...(i % 2 === 0 ? { why: "block", ms: 60 } : {}),
        })),
      ),
  },
  {
    name: "arrows-between-many-lanes",
    size: 100_000,
    lines: (size) =>
      file(
        header({ lanes: lanesOf(size / 2, "thread") }),
        times(size, (i) => {
          const at = { lane: lane(i >> 1), channel: "c", bytes: 1 };
          return i % 2 === 0
            ? { ...at, kind: "message.sent", id: [producer, i], to: thread }
            : { ...at, lane: thread, kind: "message.received", id: [producer, i - 1], from: thread };
        }),
      ),
  },
  {
    name: "long-texts",
    size: 400,
    lines: (size) =>
      file(
        header(),
        times(size, () => ({ kind: "output", text: "x".repeat(65_000) })),
      ),
  },
  {
    name: "lanes-of-nothing",
    size: 2_000_000,
    lines: (size) => file(header().replace('"lanes":[', `"lanes":[${"{},".repeat(size)}`), []),
    refused: /line 1: the header's "lanes\.0\.id"/,
  },
  {
    name: "modes-of-numbers",
    size: 2_000_000,
    lines: (size) => file(header().replace('"modes":[', `"modes":[${"0,".repeat(size)}`), []),
    refused: /line 1: the header's "modes"/,
  },
  {
    name: "clocks-of-nothing",
    size: 1_000_000,
    lines: (size) => file(header().replace('"clocks":[', `"clocks":[${"{},".repeat(size)}`), []),
    refused: /line 1: the header's "clocks\.0\.id"/,
  },
];
