/**
 * Python 3.11's asyncio, as far as it is built: what programs import as `spinscope/asyncio`. Names are asyncio's own,
 * in camelCase; `yield*` is `await`.
 */
export { type AsyncContextManager, asyncWith } from "./async-with.ts";
export { blockingSleep } from "./blocking.ts";
export { type Awaitable, type Coroutine, coroutine, isCoroutine } from "./coroutine.ts";
export { createTask, currentTask, ensureFuture } from "./create-task.ts";
export { allTasks, EventLoop, getRunningLoop, type TaskFactory, type TaskOptions } from "./events.ts";
export { ExceptionGroup } from "./exception-group.ts";
export { CancelledError, InvalidStateError, RuntimeError, TimeoutError, ValueError } from "./exceptions.ts";
export { Future, isFuture } from "./futures.ts";
export { gather } from "./gather.ts";
export { type ExceptionContext, Handle, TimerHandle } from "./handles.ts";
export { Event, Lock } from "./locks.ts";
export { getEventLoop, newEventLoop, setEventLoop } from "./policy.ts";
export { Queue, QueueEmpty, QueueFull } from "./queues.ts";
export { run, runSync } from "./runners.ts";
export { shield } from "./shield.ts";
export { sleep } from "./sleep.ts";
export { TaskGroup } from "./taskgroups.ts";
export { Task } from "./tasks.ts";
export { Timeout, timeout, timeoutAt } from "./timeouts.ts";
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, type ReturnWhen, wait } from "./wait.ts";
export { waitFor } from "./wait-for.ts";
