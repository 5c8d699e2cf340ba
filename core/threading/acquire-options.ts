/**
 * `acquire(blocking, timeout)` of the locks, as Python checks it (lock_acquire_parse_args in Modules/_threadmodule.c).
 */
import type { ThreadContext } from "./context.ts";
import { ValueError } from "./exceptions.ts";
import { checkedSeconds, deadlineAfter } from "./timeouts.ts";

/** The deadline in µs that the two mean; −1 stands for no timeout. @throws ValueError, OverflowError for what makes no sense. */
export function acquireDeadline({ now }: Pick<ThreadContext, "now">, blocking: boolean, timeout: number): number {
  if (timeout === -1) return Number.POSITIVE_INFINITY;
  checkedSeconds(timeout);
  if (!blocking) throw new ValueError("can't specify a timeout for a non-blocking call");
  if (timeout < 0) throw new ValueError("timeout value must be positive");
  return deadlineAfter(now, timeout);
}
