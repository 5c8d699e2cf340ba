/**
 * Running a coroutine on the loop of another thread. Mirrors `run_coroutine_threadsafe` of `Lib/asyncio/tasks.py`.
 */
import type { Awaitable } from "../asyncio/coroutine.ts";
import { RuntimeError } from "../asyncio/exceptions.ts";
import { nameOfBody } from "../threading/bodies.ts";
import { currentContext } from "../threading/context.ts";
import { Future } from "../threading/futures/future.ts";
import type { LoopHandle } from "./loop-calls.ts";

/**
 * Has the loop make a task of `target(...args)`, and returns a pool's future of it: its `result()` blocks this thread. Python
 * is given a coroutine object; here that can't cross to the loop's thread, so it is made there. `target` is an exported
 * coroutine function.
 * @throws TypeError for what can't cross to another thread, RuntimeError when the loop is closed.
 */
export function runCoroutineThreadsafe<Args extends readonly unknown[], Result>(
  loop: LoopHandle,
  target: (...args: Args) => Awaitable<Result>,
  ...args: NoInfer<Args>
): Future<Result> {
  if (loop.closed.value) throw new RuntimeError("Event loop is closed");
  const future = new Future<Result>();
  loop.calls.put(["start", future, nameOfBody(currentContext().program, target), args]);
  return future;
}
