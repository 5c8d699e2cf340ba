/**
 * Awaiting the future of a thread pool. Mirrors `wrap_future` and `_chain_future` of `Lib/asyncio/futures.py`.
 */
import type { ConcurrentFuture } from "./concurrent-future.ts";
import type { EventLoop } from "./events.ts";
import { Future } from "./futures.ts";
import { getEventLoop } from "./policy.ts";

/**
 * A future of `loop`, or of the current one, that ends as `future` ends; cancelling it cancels `future`. A future of
 * asyncio as it is.
 */
export function wrapFuture<Result>(
  future: ConcurrentFuture<Result> | Future<Result>,
  loop: EventLoop = getEventLoop(),
): Future<Result> {
  if (future instanceof Future) return future;
  const wrapped = loop.createFuture<Result>();
  wrapped.addDoneCallback(() => {
    if (wrapped.cancelled()) future.cancel();
  });
  loop.whenEnded(future, () => {
    if (!loop.isClosed()) loop.callSoonThreadsafe(copyState, future, wrapped);
  });
  return wrapped;
}

/** CPython's `_copy_future_state`. */
function copyState<Result>(from: ConcurrentFuture<Result>, to: Future<Result>): void {
  if (to.cancelled()) return;
  if (from.cancelled()) {
    to.cancel();
    return;
  }
  const exception = from.exception();
  if (exception === null) to.setResult(from.result());
  else to.setException(exception);
}
