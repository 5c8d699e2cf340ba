/**
 * A pool's future that ends as a task ends. Mirrors `_chain_future` and `_set_concurrent_future_state` of
 * `Lib/asyncio/futures.py`: it stays pending while the task runs, so that it can be cancelled, and the task with it.
 */
import type { EventLoop } from "../asyncio/events.ts";
import type { Future as AsyncioFuture } from "../asyncio/futures.ts";
import type { Future } from "../threading/futures/future.ts";

/** Lets `future` end as `task` does; cancelling it cancels the task. */
export function endAlike(loop: EventLoop, task: AsyncioFuture<unknown>, future: Future): void {
  loop.whenEnded(future, () => {
    if (future.cancelled()) task.cancel();
  });
  task.addDoneCallback(() => end(task, future));
}

/** What was thrown, as an error that can cross to another thread. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function end(task: AsyncioFuture<unknown>, future: Future): void {
  if (task.cancelled()) future.cancel();
  // Of a cancelled one this tells those who wait for several futures.
  if (!future.setRunningOrNotifyCancel()) return;
  const exception = task.exception();
  if (exception !== null) {
    future.setException(asError(exception));
    return;
  }
  try {
    future.setResult(task.result());
  } catch (error) {
    // What can't cross to another thread is no result: who asks is told so.
    future.setException(asError(error));
  }
}
