/**
 * Waiting with a time limit. Mirrors `wait_for` of `Lib/asyncio/tasks.py` in 3.11: it ends only when what it cancelled
 * has ended.
 */
import { typeName } from "../programs/type-name.ts";
import { type Awaitable, type Coroutine, coroutine, isAwaitable } from "./coroutine.ts";
import { ensureFuture } from "./create-task.ts";
import { getRunningLoop } from "./events.ts";
import { CancelledError, TimeoutError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { releaseWaiter } from "./wait.ts";

/**
 * Waits for `awaitable` at most `timeout` units of loop time, null for ever; then cancels it.
 * @throws TimeoutError when the time was over first.
 */
export function waitFor<Result>(awaitable: Awaitable<Result>, timeout: number | null): Coroutine<Result> {
  return limited(awaitable, timeout);
}

const limited = coroutine(function* waitFor<Result>(awaitable: Awaitable<Result>, timeout: number | null) {
  if (timeout === null) {
    if (!isAwaitable(awaitable))
      throw new TypeError(`object ${typeName(awaitable)} can't be used in 'await' expression`);
    return yield* awaitable;
  }
  const loop = getRunningLoop();
  if (timeout <= 0) {
    const future = ensureFuture(awaitable, loop);
    if (future.done()) return future.result();
    yield* cancelAndWait(future);
    return lateResult(future);
  }
  const waiter = loop.createFuture<null>();
  const handle = loop.callLater(timeout, releaseWaiter, waiter);
  const release = () => releaseWaiter(waiter);
  const future = ensureFuture(awaitable, loop);
  future.addDoneCallback(release);
  try {
    try {
      yield* waiter;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      if (future.done()) return future.result();
      future.removeDoneCallback(release);
      yield* cancelAndWait(future);
      throw error;
    }
    if (future.done()) return future.result();
    future.removeDoneCallback(release);
    yield* cancelAndWait(future);
    return lateResult(future);
  } finally {
    handle.cancel();
  }
});

/** The result of a future that was given up; its own error if cancelling it failed. */
function lateResult<Result>(future: Future<Result>): Result {
  try {
    return future.result();
  } catch (error) {
    throw error instanceof CancelledError ? new TimeoutError() : error;
  }
}

/** Waits on a future of its own, so that it can be cancelled whatever `future` does. */
function* cancelAndWait(future: Future<unknown>): Generator<unknown, void, unknown> {
  const waiter = getRunningLoop().createFuture<null>();
  const release = () => releaseWaiter(waiter);
  future.addDoneCallback(release);
  try {
    future.cancel();
    yield* waiter;
  } finally {
    future.removeDoneCallback(release);
  }
}
