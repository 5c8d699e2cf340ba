/**
 * The rows of the benchmark `loop`: what is measured, in which unit, and how much of it. Every contender is given the
 * same amounts; one that has no such thing leaves the row out.
 */

import type { Contender as AnyContender } from "../report/in-turn.ts";

export interface LoopRow {
  readonly name: string;
  readonly unit: string;
  readonly better: "more" | "less";
}

/** What a contender can do, by row. */
export type Contender = AnyContender<RowName>;

export const loopRows = [
  { name: "switches, 1 task", unit: "1/s", better: "more" },
  { name: "switches, 100 tasks", unit: "1/s", better: "more" },
  { name: "switches, 10000 tasks", unit: "1/s", better: "more" },
  { name: "nested 10 deep", unit: "1/s", better: "more" },
  { name: "create+finish", unit: "1/s", better: "more" },
  { name: "create+cancel", unit: "1/s", better: "more" },
  { name: "await round trips", unit: "1/s", better: "more" },
  { name: "callSoon", unit: "1/s", better: "more" },
  { name: "timers", unit: "1/s", better: "more" },
  { name: "bytes a task waiting on a future", unit: "B", better: "less" },
  { name: "bytes a sleeping task", unit: "B", better: "less" },
  { name: "recording on, Node", unit: "1/s", better: "more" },
  { name: "recording on, page", unit: "1/s", better: "more" },
] as const satisfies readonly LoopRow[];

export type RowName = (typeof loopRows)[number]["name"];

/** How much of each: switches in all, tasks made, callbacks, timers, tasks that wait. */
export const amounts = {
  switches: 300_000,
  nestedSwitches: 200_000,
  depth: 10,
  created: 100_000,
  cancelled: 50_000,
  roundTrips: 100_000,
  callbacks: 300_000,
  timers: 100_000,
  waiting: 20_000,
} as const;

/** How many a second, from a number of them and the ms that they took. */
export function perSecond(count: number, ms: number): number {
  return (count * 1_000) / ms;
}

/** Settled memory of this process's JavaScript, in bytes: the heap and what typed arrays hold outside of it. */
export function bytesInUse(): number {
  if (globalThis.gc === undefined) throw new Error("memory is measured with --expose-gc: call it by `npm run bench`");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
