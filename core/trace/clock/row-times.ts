/**
 * Which numbers of a row are times: `t` of each, and `n` of a timer's, which says when it is due on the same clock.
 */
import { Code } from "../kinds.ts";

/** Whether the column `n` of this kind holds a time of the row's own clock. */
export function hasDueTime(kind: number): boolean {
  return kind === Code.timerSet || kind === Code.timerFired || kind === Code.timerDropped;
}

/** µs to three decimals: what a recording keeps, so that writing and reading it changes nothing. */
export function toNanos(us: number): number {
  return Math.round(us * 1_000) / 1_000;
}
