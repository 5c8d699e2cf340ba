/**
 * `asyncio.run` in a thread (`Lib/asyncio/runners.py`): the thread blocks in its loop until the coroutine has ended.
 */
import type { Awaitable } from "../asyncio/coroutine.ts";
import { getRunningLoop } from "../asyncio/events.ts";
import { RuntimeError } from "../asyncio/exceptions.ts";
import { runToEnd } from "../asyncio/runners.ts";
import type { LoopHandle } from "./loop-calls.ts";
import { ThreadEventLoop } from "./thread-event-loop.ts";

/**
 * Runs a coroutine on a new loop of the current thread; then cancels what is left, waits for that and for the loop's pool,
 * and closes the loop. Returns the coroutine's result.
 * @throws what the coroutine throws; ValueError for no coroutine; RuntimeError while a loop runs in this thread, and outside
 * of a thread of a run.
 */
export function run<Result>(main: Awaitable<Result>): Result {
  const ended = runToEnd(
    main,
    () => new ThreadEventLoop(),
    undefined,
    (task) => task,
  );
  if (ended instanceof Promise) throw new RuntimeError("a thread's loop gave its thread back before its end");
  return ended.result();
}

/** What stands for the running loop in other threads: see `runCoroutineThreadsafe`. @throws RuntimeError in any other loop. */
export function getLoopHandle(): LoopHandle {
  const loop = getRunningLoop();
  if (loop instanceof ThreadEventLoop) return loop.handle;
  throw new RuntimeError("the running loop is not a thread's: no other thread can hand it anything");
}
