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
export const [process, thread, producer] = [1, 2, 5];
const processLane = { id: process, kind: "process", name: "process", runtime: "threads" };
const threadLane = { id: thread, kind: "thread", name: "thread", parent: process, runtime: "threads" };

export function header(fields: Fields = {}): string {
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
export function lanesOf(size: number, kind: string, parentOf: (index: number) => number = () => process): Json {
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

export function* times(size: number, fieldsOf: (index: number) => Fields): Generator<Fields> {
  for (let index = 0; index < size; index++) yield fieldsOf(index);
}

export function* file(head: string, ...each: readonly Iterable<Fields>[]): Generator<string> {
  yield head;
  yield* events(
    (function* () {
      for (const some of each) yield* some;
    })(),
  );
}

export const lane = (index: number): number => 10 + index;
export const joins = (waiter: number, target: number): Fields => ({
  lane: waiter,
  kind: "wait",
  why: "join",
  on: target,
});
