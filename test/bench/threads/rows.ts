/**
 * The rows of the benchmark `threads`: what is measured, in which unit, and how much of it. Every contender is given the
 * same amounts; one that has no such thing leaves the row out.
 */
import type { Contender as AnyContender } from "../report/in-turn.ts";

export const threadRows = [
  { name: "create+start+join", unit: "1/s", better: "more" },
  { name: "lock, uncontended", unit: "1/s", better: "more" },
  { name: "lock, contended", unit: "1/s", better: "more" },
  { name: "GIL hand-over", unit: "µs", better: "less" },
  { name: "GIL checkpoint", unit: "ns", better: "less" },
  { name: "event wake-up", unit: "µs", better: "less" },
  { name: "queue items", unit: "1/s", better: "more" },
  { name: "pool tasks", unit: "1/s", better: "more" },
  { name: "tick lateness p95", unit: "µs", better: "less" },
  { name: "tick lateness p95, 64 threads", unit: "µs", better: "less" },
  { name: "bytes a thread", unit: "B", better: "less" },
] as const;

export type RowName = (typeof threadRows)[number]["name"];

/** What a contender can do, by row. */
export type Contender = AnyContender<RowName>;

/** How much of each; ticks in ms. */
export const amounts = {
  threads: 20,
  locks: 500_000,
  /** By each of two threads. */
  contended: 100_000,
  handOvers: 30,
  checkpoints: 5_000_000,
  events: 300,
  items: 300_000,
  tasks: 8_000,
  workers: 4,
  ticks: 100,
  tick: 10,
  spinners: 64,
  frames: 20,
  frame: 100,
} as const;

/** How many a second, from a number of them and the ms that they took. */
export function perSecond(count: number, ms: number): number {
  return (count * 1_000) / ms;
}

/** Of some values, the one below which that part of them lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
