/**
 * Making tasks, and asking which one runs. Mirrors `create_task`, `ensure_future` and `current_task` of
 * `Lib/asyncio/tasks.py`.
 */
import type { ConcurrentFuture } from "./concurrent-future.ts";
import { type Awaitable, type Coroutine, type CoroutineLike, isAwaitable } from "./coroutine.ts";
import { type EventLoop, ensureFutureOn, getRunningLoop, type TaskOptions } from "./events.ts";
import { Future } from "./futures.ts";
import { getEventLoop } from "./policy.ts";
import { runningScheduler } from "./running.ts";
import { runningTask, type Task } from "./tasks.ts";

/** Schedules a coroutine on the running loop, as a task. @throws RuntimeError when no loop runs. */
export function createTask<Result>(coroutine: CoroutineLike<Result>, options?: TaskOptions): Task<Result> {
  return getRunningLoop().createTask(coroutine, options);
}

/**
 * A future as it is; a coroutine, or any other awaitable, as a task on `loop` or the current one.
 * @throws TypeError for anything else, a pool's future among it: `wrapFuture` makes one that can be awaited.
 */
export function ensureFuture<Result>(coroutine: Coroutine<Result>, loop?: EventLoop): Task<Result>;
export function ensureFuture<Result>(awaitable: Awaitable<Result>, loop?: EventLoop): Future<Result>;
export function ensureFuture(future: ConcurrentFuture<unknown>, loop?: EventLoop): never;
export function ensureFuture(awaitable: unknown, loop?: EventLoop): Future<unknown> {
  if (awaitable instanceof Future && loop === undefined) return awaitable;
  if (!isAwaitable(awaitable)) throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
  return ensureFutureOn(loop ?? getEventLoop(), awaitable);
}

/** The task that runs now; null outside one. */
export function currentTask(loop?: EventLoop): Task<unknown> | null {
  return runningTask(loop ?? runningScheduler());
}
