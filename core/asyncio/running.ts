/**
 * The loop that runs now. Mirrors `_get_running_loop` and `_set_running_loop` of `Lib/asyncio/events.py`.
 * Invariant: set exactly while callbacks of that loop run.
 */
import type { Scheduler } from "./scheduler.ts";

let running: Scheduler | null = null;

/** The loop whose callback runs now, or null. */
export function runningScheduler(): Scheduler | null {
  return running;
}

/** Says which loop's callbacks run from now on. */
export function setRunningScheduler(loop: Scheduler | null): void {
  running = loop;
}
