/**
 * `asyncio.run` in a thread (`Lib/asyncio/runners.py`): the thread blocks in its loop until the coroutine has ended.
 */
import type { Awaitable } from "../asyncio/coroutine.ts";
import { getRunningLoop } from "../asyncio/events.ts";
import { RuntimeError } from "../asyncio/exceptions.ts";
import { setEventLoop } from "../asyncio/policy.ts";
import { shutdown } from "../asyncio/runners.ts";
import type { LoopHandle } from "./loop-calls.ts";
import { ThreadEventLoop } from "./thread-event-loop.ts";

/**
 * Runs a coroutine on a new loop of the current thread; then cancels what is left, waits for that and for the loop's pool,
 * and closes the loop. Returns the coroutine's result.
 * @throws what the coroutine throws; RuntimeError while a loop runs in this thread, and outside of a thread of a run.
 */
export function run<Result>(main: Awaitable<Result>): Result {
  const loop = new ThreadEventLoop();
  setEventLoop(loop);
  try {
    const task = loop.createTask(main);
    loop.runUntilComplete(task);
    return task.result();
  } finally {
    shutdown(loop);
  }
}

/** What stands for the running loop in other threads: see `runCoroutineThreadsafe`. @throws RuntimeError in any other loop. */
export function getLoopHandle(): LoopHandle {
  const loop = getRunningLoop();
  if (loop instanceof ThreadEventLoop) return loop.handle;
  throw new RuntimeError("the running loop is not a thread's: no other thread can hand it anything");
}
