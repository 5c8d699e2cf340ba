/**
 * What a program imports as `spinscope/bridges`: an event loop in a thread, and the ways between it and other threads.
 * `wrapFuture` and `toThread` are asyncio's own.
 */
export type { LoopHandle } from "./loop-calls.ts";
export { getLoopHandle, run } from "./run.ts";
export { runCoroutineThreadsafe } from "./run-coroutine-threadsafe.ts";
