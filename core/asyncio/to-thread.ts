/**
 * Calling a function that blocks without blocking the loop. Mirrors `Lib/asyncio/threads.py`.
 */
import type { ConcurrentFuture } from "./concurrent-future.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { getRunningLoop } from "./events.ts";
import { wrapFuture } from "./wrap-future.ts";

const awaiting = coroutine(function* toThread<Result>(submit: () => ConcurrentFuture<Result>) {
  return yield* wrapFuture(submit(), getRunningLoop());
});

/**
 * A coroutine that has `target(...args)` called in a thread of the running loop's own pool, and gives what it returns. The
 * function must be one that the program's module exports.
 * @throws RuntimeError, when it is awaited, on a loop that has no threads.
 */
export function toThread<Args extends readonly unknown[], Result>(
  target: (...args: Args) => Result,
  ...args: NoInfer<Args>
): Coroutine<Result> {
  return awaiting(() => getRunningLoop().submit(target, args));
}
