/**
 * Running a program's main coroutine, and leaving nothing behind. Mirrors `Lib/asyncio/runners.py`.
 */

import { repr } from "../programs/repr.ts";
import { type Awaitable, isCoroutine } from "./coroutine.ts";
import type { EventLoop } from "./events.ts";
import { RuntimeError, ValueError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { gather } from "./gather.ts";
import { newEventLoop, setEventLoop } from "./policy.ts";
import { runningScheduler } from "./running.ts";
import { tasksOf } from "./tasks.ts";

/**
 * Runs a coroutine on a new loop; then cancels what is left, waits for that, and closes the loop. Gives the
 * coroutine's result: on the virtual clock itself, on a host a promise of it.
 * @throws RuntimeError when a loop runs already.
 */
export function run<Result>(main: Awaitable<Result>): Result | Promise<Result> {
  if (runningScheduler() !== null) throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
  if (!isCoroutine(main)) throw new ValueError(`a coroutine was expected, got ${repr(main)}`);
  const loop = newEventLoop();
  setEventLoop(loop);
  const task = loop.createTask<Result>(main);
  return loop.runUntilDone(task, () => afterShutdown(loop, () => task.result()));
}

/** The helper for a console or a test: runs any awaitable on the current loop, or on `loop`. */
export function runSync<Result>(awaitable: Awaitable<Result>, loop: EventLoop): Result | Promise<Result> {
  return loop.runUntilComplete(awaitable);
}

/** Cancels every task of a loop that does not run, waits until all have ended, and closes it. */
export function shutdown(loop: EventLoop): void | Promise<void> {
  return afterShutdown(loop, () => {});
}

function afterShutdown<Outcome>(loop: EventLoop, proceed: () => Outcome): Outcome | Promise<Outcome> {
  const close = () => {
    setEventLoop(null);
    loop.close();
    return proceed();
  };
  const left = tasksOf(loop);
  if (left.length === 0) return close();
  for (const task of left) task.cancel();
  return loop.runUntilDone(gather(left, { returnExceptions: true }), () => {
    for (const task of left) reportFailure(task);
    return close();
  });
}

function reportFailure(task: Future<unknown>): void {
  if (task.cancelled() || !task.failed()) return;
  const message = "unhandled exception during asyncio.run() shutdown";
  task.loop.callExceptionHandler({ message, exception: task.exception(), task });
}
