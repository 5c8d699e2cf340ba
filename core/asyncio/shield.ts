/**
 * Waiting for something without passing a cancel on to it. Mirrors `shield` of `Lib/asyncio/tasks.py`.
 */
import type { Awaitable } from "./coroutine.ts";
import { ensureFuture } from "./create-task.ts";
import { Future } from "./futures.ts";

/** Waits for `awaitable`; cancelling the one who waits does not cancel it. */
export function shield<Result>(awaitable: Awaitable<Result>): Future<Result> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = new Future<Result>(inner.loop);
  if (inner.loop.observer !== null) inner.loop.observer.futureCreated(outer);

  const innerDone = () => {
    if (outer.cancelled()) {
      if (!inner.cancelled()) inner.exception();
    } else if (inner.cancelled()) {
      outer.cancel();
    } else if (inner.failed()) {
      outer.setException(inner.exception());
    } else {
      outer.setResult(inner.result());
    }
  };
  const outerDone = () => {
    if (!inner.done()) inner.removeDoneCallback(innerDone);
  };
  inner.addDoneCallback(innerDone);
  outer.addDoneCallback(outerDone);
  return outer;
}
