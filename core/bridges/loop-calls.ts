/**
 * What other threads put in for a loop: JavaScript's threads share no functions, so they hand over what to do as plain
 * data, and the loop does it. It stands for the loop wherever the loop itself cannot go: CPython's self-pipe and its list
 * of threadsafe calls in one (`Lib/asyncio/selector_events.py`).
 */
import { type Body, defineInternalBody } from "../threading/bodies.ts";
import type { Future } from "../threading/futures/future.ts";
import { Queue } from "../threading/queue.ts";
import type { SharedCell } from "../threading/shared-cell.ts";

export type LoopCall =
  /** Call what the loop noted under this number. */
  | readonly ["noted", number]
  /** Make a task of the exported coroutine function of that name, and let the future end as it ends. */
  | readonly ["start", Future, string, readonly unknown[]];

/** Any thread can have it, in its arguments or in another queue. Plain data around shared objects, so that it crosses. */
export interface LoopHandle {
  readonly calls: Queue<LoopCall>;
  /** Whether the loop was closed: it takes no call any more. */
  readonly closed: SharedCell<boolean>;
}

/** A done callback of a pool's future, in the thread that ends it: tells the loop. */
export const tellLoop: Body = (_future, calls, number) => {
  if (calls instanceof Queue) calls.put(["noted", number]);
};
defineInternalBody("$tellLoop", tellLoop);
