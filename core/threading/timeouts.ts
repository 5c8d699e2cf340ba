/**
 * Timeouts as CPython takes them (Modules/_threadmodule.c and Lib/threading.py, 3.11): seconds, or none. Invariant: what is
 * no ordinary number never turns into a wait without end by accident: past `TIMEOUT_MAX` it is an OverflowError.
 */
import { OverflowError, ValueError } from "./exceptions.ts";

/** Python's `threading.TIMEOUT_MAX`: the longest timeout, in seconds; about 292 years. */
export const TIMEOUT_MAX = 9_223_372_036;

const never = Number.POSITIVE_INFINITY;

/** A number of seconds as a lock takes it. @throws ValueError for NaN. OverflowError for one beyond `TIMEOUT_MAX`. */
export function checkedSeconds(seconds: number): number {
  if (Number.isNaN(seconds)) throw new ValueError("Invalid value NaN (not a number)");
  if (Math.abs(seconds) > TIMEOUT_MAX) throw new OverflowError("timestamp out of range for platform time_t");
  return seconds;
}

/** The deadline in µs of a lock's `acquire` that takes `seconds`. @throws as `checkedSeconds`. */
export function deadlineAfter(now: () => number, seconds: number): number {
  return now() + Math.max(0, checkedSeconds(seconds)) * 1e6;
}

/**
 * The deadline in µs of one wait, as `Condition.wait` takes it: never without a timeout; now for what is not above 0, and
 * so for NaN. @throws OverflowError for one beyond `TIMEOUT_MAX`.
 */
export function waitDeadline(now: () => number, seconds: number | null | undefined): number {
  if (seconds === null || seconds === undefined) return never;
  return seconds > 0 ? deadlineAfter(now, seconds) : now();
}

/**
 * The deadline in µs of waits in a loop that looks at its clock between them (`Semaphore.acquire`, `Queue.get`, …). As
 * `waitDeadline`, but for NaN, which no clock ever reaches: CPython asks again and again for ever, and we wait for ever.
 */
export function loopDeadline(now: () => number, seconds: number | null | undefined): number {
  return typeof seconds === "number" && Number.isNaN(seconds) ? never : waitDeadline(now, seconds);
}
