/**
 * `acquire(blocking, timeout)` of the locks, as Python checks it (lock_acquire_parse_args in Modules/_threadmodule.c).
 */
import { deadlineAfter } from "./blocking.ts";
import type { ThreadContext } from "./context.ts";
import { ValueError } from "./exceptions.ts";

/** The deadline in µs that the two mean; −1 stands for no timeout. @throws ValueError for what makes no sense. */
export function acquireDeadline({ now }: Pick<ThreadContext, "now">, blocking: boolean, timeout: number): number {
  if (timeout === -1) return Number.POSITIVE_INFINITY;
  if (!blocking) throw new ValueError("can't specify a timeout for a non-blocking call");
  if (Number.isNaN(timeout)) throw new ValueError("Invalid value NaN (not a number)");
  if (timeout < 0) throw new ValueError("timeout value must be positive");
  return deadlineAfter(now, timeout);
}
