/**
 * Python's `time.sleep`: blocks the calling thread, and only it, for at least that long.
 */
import { blockWhile } from "./blocking.ts";
import { currentContext } from "./context.ts";
import { ValueError } from "./exceptions.ts";
import { yieldGil } from "./gil.ts";
import { Block } from "./layout.ts";
import { checkedSeconds, deadlineAfter } from "./timeouts.ts";

/**
 * Blocks the current thread for `seconds`.
 * @throws ValueError for a negative length or NaN. OverflowError for more than `TIMEOUT_MAX`.
 */
export function sleep(seconds: number): void {
  if (checkedSeconds(seconds) < 0) throw new ValueError("sleep length must be non-negative");
  const context = currentContext();
  const lane = context.memory.load(context.thread + Block.lane);
  const deadline = deadlineAfter(context.now, seconds);
  context.observer?.sleepBegan(lane, seconds);
  if (seconds > 0) blockWhile(context, context.thread + Block.pillow, 0, deadline);
  else yieldGil(context);
  context.observer?.sleepEnded(lane);
}
