/**
 * What a program imports as `spinscope/threading`: Python's `threading`, `queue`, `concurrent.futures` and `time.sleep`,
 * and the text's `Signal`.
 */
export { Barrier, type BarrierOptions } from "./barrier.ts";
export { Condition } from "./condition.ts";
export { Event } from "./event.ts";
export { type ExceptHookArgs, setExceptHook } from "./except-hook.ts";
export {
  AbandonedLockError,
  AttributeError,
  BrokenBarrierError,
  BrokenThreadPool,
  CancelledError,
  Empty,
  Full,
  InvalidStateError,
  MemoryError,
  OverflowError,
  RuntimeError,
  SystemExit,
  TimeoutError,
  ValueError,
} from "./exceptions.ts";
export { Future } from "./futures/future.ts";
export { ThreadPoolExecutor, type ThreadPoolExecutorOptions } from "./futures/thread-pool-executor.ts";
export { asCompleted, type DoneAndNotDone, type ReturnWhen, type WaitOptions, wait } from "./futures/wait.ts";
export { Local } from "./local.ts";
export { Lock } from "./lock.ts";
export { LifoQueue, PriorityQueue, Queue } from "./queue.ts";
export { RLock } from "./rlock.ts";
export { BoundedSemaphore, Semaphore } from "./semaphore.ts";
export { SharedCell } from "./shared-cell.ts";
export { Signal } from "./signal.ts";
export { sleep } from "./sleep.ts";
export { type ContextManager, type Raised, syncWith } from "./sync-with.ts";
export { Thread, type ThreadOptions } from "./thread.ts";
export { activeCount, currentThread, enumerate, mainThread } from "./threads.ts";
export { Timer } from "./timer.ts";
