/**
 * What a program imports as `spinscope/threading`: Python's `threading`, `time.sleep`, and the text's `Signal`.
 */
export { AbandonedLockError, MemoryError, RuntimeError, ValueError } from "./exceptions.ts";
export { Lock } from "./lock.ts";
export { Signal } from "./signal.ts";
export { sleep } from "./sleep.ts";
export { type ContextManager, type Raised, syncWith } from "./sync-with.ts";
export { currentThread, Thread, type ThreadOptions } from "./thread.ts";
