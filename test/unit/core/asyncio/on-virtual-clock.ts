/**
 * Runs a coroutine's body on a fresh loop with the virtual clock, where a unit of time is what the test says it is.
 */
import { coroutine } from "../../../../core/asyncio/coroutine.ts";
import { dropUnawaited } from "../../../../core/asyncio/never-awaited.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";

/** The body's result, at once. The loop is closed when it has ended. */
export function onVirtualClock<Result>(body: (loop: VirtualEventLoop) => Generator<unknown, Result, unknown>): Result {
  const loop = new VirtualEventLoop();
  const main = coroutine(function* main() {
    return yield* body(loop);
  });
  try {
    const result = loop.runUntilComplete(main());
    if (result instanceof Promise) throw new Error("the virtual clock gives results, not promises");
    return result;
  } finally {
    loop.close();
  }
}

/** Nobody is warned of the coroutines that tests before this one left unawaited: all share the library's modules. */
export function forgetLeftCoroutines(): void {
  dropUnawaited(new VirtualEventLoop());
}

/** What `action` throws; fails when it throws nothing. */
export function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
