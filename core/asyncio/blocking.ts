/**
 * The mistake to show: a blocking call inside a coroutine. It holds the thread, and with it the loop and every task
 * on it. Python's `time.sleep` called where `asyncio.sleep` belongs.
 */
import { getRunningLoop } from "./events.ts";

/**
 * Holds the running loop's thread for `delay` units of loop time: seconds on the page and in Node.
 * @throws RuntimeError when no loop runs.
 */
export function blockingSleep(delay: number): void {
  getRunningLoop().block(delay);
}
