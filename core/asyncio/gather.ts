/**
 * Waiting for all of several awaitables. Mirrors `gather` of `Lib/asyncio/tasks.py`.
 */
import type { Awaitable } from "./coroutine.ts";
import { ensureFuture } from "./create-task.ts";
import { CancelledError } from "./exceptions.ts";
import { Future } from "./futures.ts";
import { getEventLoop } from "./policy.ts";
import type { Scheduler } from "./scheduler.ts";

export interface GatherOptions {
  /** Whether an error counts as a result like any other, instead of ending the wait. */
  readonly returnExceptions?: boolean;
}

/** The results of awaitables, in their order. */
export type Results<Awaitables extends readonly Awaitable<unknown>[]> = {
  -readonly [Index in keyof Awaitables]: Awaitables[Index] extends Awaitable<infer Result> ? Result : never;
};

/** Cancelling it cancels its children; it then ends when they have, with CancelledError as its exception. */
class GatheringFuture extends Future<unknown[]> {
  readonly #children: readonly Future<unknown>[];
  readonly #returnExceptions: boolean;
  #left: number;
  #cancelRequested = false;

  constructor(children: readonly Future<unknown>[], loop: Scheduler, returnExceptions: boolean) {
    super(loop);
    this.#children = children;
    this.#returnExceptions = returnExceptions;
    const distinct = new Set(children);
    this.#left = distinct.size;
    const childDone = (child: Future<unknown>) => this.#childDone(child);
    for (const child of distinct) child.addDoneCallback(childDone);
  }

  override cancel(msg?: string): boolean {
    if (this.done()) return false;
    let asked = false;
    for (const child of this.#children) if (child.cancel(msg)) asked = true;
    if (asked) this.#cancelRequested = true;
    return asked;
  }

  #childDone(child: Future<unknown>): void {
    this.#left -= 1;
    if (this.done()) {
      if (!child.cancelled()) child.exception();
    } else if (!this.#returnExceptions && child.cancelled()) {
      this.setException(child.makeCancelledError());
    } else if (!this.#returnExceptions && child.failed()) {
      this.setException(child.exception());
    } else if (this.#left === 0) {
      this.#finish(child);
    }
  }

  #finish(last: Future<unknown>): void {
    const results = this.#children.map(outcome);
    if (this.#cancelRequested) this.setException(last.makeCancelledError());
    else this.setResult(results);
  }
}

/** CPython's oddity is kept: a cancelled child's error has a message, if only an empty one. */
function outcome(child: Future<unknown>): unknown {
  if (child.cancelled()) return new CancelledError(child.cancelMsg ?? "");
  return child.failed() ? child.exception() : child.result();
}

/**
 * Runs awaitables at the same time and gives their results in order. The first error is raised at once, and the
 * others run on; with `returnExceptions` errors are among the results.
 *
 * @example const [one, other] = yield* gather([spin(), slowFunction()]);
 */
export function gather<const Awaitables extends readonly Awaitable<unknown>[]>(
  awaitables: Awaitables,
  options?: { readonly returnExceptions?: false },
): Future<Results<Awaitables>>;
export function gather(awaitables: readonly Awaitable<unknown>[], options?: GatherOptions): Future<unknown[]>;
export function gather(awaitables: readonly Awaitable<unknown>[], options: GatherOptions = {}): Future<unknown[]> {
  const [first] = awaitables;
  if (first === undefined) {
    const empty = getEventLoop().createFuture<unknown[]>();
    empty.setResult([]);
    return empty;
  }
  const futures = new Map<Awaitable<unknown>, Future<unknown>>();
  const children = awaitables.map((awaitable) => {
    const future = futures.get(awaitable) ?? ensureFuture(awaitable);
    futures.set(awaitable, future);
    return future;
  });
  const loop = children[0]?.loop ?? getEventLoop();
  const outer = new GatheringFuture(children, loop, options.returnExceptions === true);
  if (loop.observer !== null) loop.observer.futureCreated(outer);
  return outer;
}
