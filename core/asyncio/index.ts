/**
 * Python 3.11's asyncio: what programs import as `spinscope/asyncio`. Names are asyncio's own,
 * in camelCase; `yield*` is `await`.
 */
export { type AsCompletedOptions, asCompleted } from "./as-completed.ts";
export { type AsyncContextManager, asyncWith } from "./async-with.ts";
export { Barrier } from "./barrier.ts";
export { blockingSleep } from "./blocking.ts";
export type { ConcurrentFuture } from "./concurrent-future.ts";
export { Condition } from "./condition.ts";
export { type Awaitable, type Coroutine, coroutine, isCoroutine } from "./coroutine.ts";
export { createTask, currentTask, ensureFuture } from "./create-task.ts";
export { Event } from "./event.ts";
export { allTasks, EventLoop, getRunningLoop, type TaskFactory, type TaskOptions } from "./events.ts";
export { ExceptionGroup } from "./exception-group.ts";
export {
  BrokenBarrierError,
  CancelledError,
  InvalidStateError,
  RuntimeError,
  TimeoutError,
  ValueError,
} from "./exceptions.ts";
export { Future, isFuture } from "./futures.ts";
export { gather } from "./gather.ts";
export { type ExceptionContext, Handle, TimerHandle } from "./handles.ts";
export { Lock } from "./lock.ts";
export { getEventLoop, newEventLoop, setEventLoop } from "./policy.ts";
export { LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull } from "./queues.ts";
export { Runner, type RunnerOptions, run, runSync } from "./runners.ts";
export { BoundedSemaphore, Semaphore } from "./semaphore.ts";
export { shield } from "./shield.ts";
export { sleep } from "./sleep.ts";
export { TaskGroup } from "./taskgroups.ts";
export { Task } from "./tasks.ts";
export { Timeout, timeout, timeoutAt } from "./timeouts.ts";
export { toThread } from "./to-thread.ts";
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, type ReturnWhen, wait } from "./wait.ts";
export { waitFor } from "./wait-for.ts";
export { wrapFuture } from "./wrap-future.ts";
