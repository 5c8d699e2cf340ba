/**
 * How a run ended, in lines a person reads.
 */
import type { ModeResult } from "../run/lesson-run.ts";

/** One line a mode: `threads     returned 42 after 3004 ms, 30 frames`. */
export function reportLine(result: ModeResult, width: number): string {
  const { outcome, ms, frames } = result;
  const end = outcome.value === undefined ? outcome.how : `${outcome.how} ${JSON.stringify(outcome.value)}`;
  const error = outcome.error === undefined ? "" : `: ${outcome.error}`;
  return `${result.mode.padEnd(width)}  ${end} after ${Math.round(ms)} ms, ${frames} frames${error}`;
}
