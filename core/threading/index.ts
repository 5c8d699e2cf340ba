/**
 * What a program imports as `spinscope/threading`: Python's `threading`, `time.sleep`, and the text's `Signal`.
 */
export { MemoryError, RuntimeError, ValueError } from "./exceptions.ts";
export { Signal } from "./signal.ts";
export { sleep } from "./sleep.ts";
export { currentThread, Thread, type ThreadOptions } from "./thread.ts";
