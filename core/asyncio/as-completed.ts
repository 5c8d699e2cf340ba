/**
 * The results of several awaitables in the order in which they come. Mirrors `as_completed` of
 * `Lib/asyncio/tasks.py`; where CPython goes through a set, in no order, ours is the order given.
 */
import { type Awaitable, type Coroutine, coroutine } from "./coroutine.ts";
import { ensureFuture } from "./create-task.ts";
import { TimeoutError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { refuseSingle } from "./iterable-of-futures.ts";
import { getEventLoop } from "./policy.ts";
import { Queue } from "./queues.ts";

export interface AsCompletedOptions {
  /** Units of loop time; null or left out: for ever. */
  readonly timeout?: number | null;
}

/**
 * As many coroutines as there are awaitables: the first gives the result that comes first, or raises its error, and
 * so on. After the timeout those that are left raise TimeoutError; what they waited for runs on.
 * @throws TypeError for one awaitable in place of several, at the first step.
 *
 * @example for (const next of asCompleted([spin(), slowFunction()])) console.log(yield* next);
 */
export function* asCompleted<Result>(
  awaitables: Iterable<Awaitable<Result>>,
  { timeout = null }: AsCompletedOptions = {},
): Generator<Coroutine<Result>, void, unknown> {
  refuseSingle(awaitables, "an iterable of futures");
  const done = new Queue<Future<Result> | null>();
  const loop = getEventLoop();
  const todo = new Set<Future<Result>>();
  for (const awaitable of new Set(awaitables)) todo.add(ensureFuture(awaitable, loop));
  const onCompletion = (future: Future<Result>) => {
    // After the timeout there is nothing left to do.
    if (todo.size === 0) return;
    todo.delete(future);
    done.putNowait(future);
    if (todo.size === 0) handle?.cancel();
  };
  const onTimeout = () => {
    for (const future of todo) {
      future.removeDoneCallback(onCompletion);
      done.putNowait(null);
    }
    todo.clear();
  };
  for (const future of todo) future.addDoneCallback(onCompletion);
  const handle = todo.size > 0 && timeout !== null ? loop.callLater(timeout, onTimeout) : null;
  for (let left = todo.size; left > 0; left--) yield waitForOne(done);
}

const waitForOne = coroutine(function* waitForOne<Result>(done: Queue<Future<Result> | null>) {
  const future = yield* done.get();
  if (future === null) throw new TimeoutError();
  return future.result();
}, "as_completed.<locals>._wait_for_one");
