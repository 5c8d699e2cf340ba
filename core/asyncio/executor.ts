/**
 * Where a loop has functions called that block: a pool of threads, wherever it is. asyncio knows no threads.
 */
import type { ConcurrentFuture } from "./concurrent-future.ts";

export interface Executor {
  /** Has `target(...args)` called in a thread. @throws TypeError for what can't cross to it. */
  submit<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    args: Args,
  ): ConcurrentFuture<Result>;
}
