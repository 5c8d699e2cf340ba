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
  readonly #children: Future<unknown>[] = [];
  readonly #returnExceptions: boolean;
  #left = 0;
  #cancelRequested = false;

  constructor(loop: Scheduler, returnExceptions: boolean) {
    super(loop);
    this.#returnExceptions = returnExceptions;
  }

  /** One more place among the results; a child that has a place already is `again`, and is waited for once. */
  add(child: Future<unknown>, again: boolean): void {
    this.#children.push(child);
    if (again) return;
    this.#left += 1;
    child.addDoneCallback(this.#childDone);
  }

  protected override get className(): string {
    return "_GatheringFuture";
  }

  override cancel(msg?: string): boolean {
    if (this.done()) return false;
    let asked = false;
    for (const child of this.#children) if (child.cancel(msg)) asked = true;
    if (asked) this.#cancelRequested = true;
    return asked;
  }

  readonly #childDone = (child: Future<unknown>): void => {
    this.#left -= 1;
    if (this.done()) {
      if (!child.cancelled()) child.exception();
    } else if (!this.#returnExceptions && child.cancelled()) {
      this.setException(child.makeCancelledError());
    } else if (!this.#returnExceptions && child.failed()) {
      this.setException(child.exception());
    } else if (this.#left === 0) {
      this.#finish();
    }
  };

  /** A cancel that was asked of it comes out whatever became of the children; as in CPython with the last one's message. */
  #finish(): void {
    const results = this.#children.map(outcome);
    const last = this.#children.at(-1);
    if (this.#cancelRequested && last !== undefined) this.setException(last.makeCancelledError());
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
  const made = new Map<Awaitable<unknown>, Future<unknown>>();
  let outer: GatheringFuture | null = null;
  for (const awaitable of awaitables) {
    const known = made.get(awaitable);
    const child = known ?? ensureFuture(awaitable);
    made.set(awaitable, child);
    outer ??= new GatheringFuture(child.loop, options.returnExceptions === true);
    // Before the next task is made: a child that is done already is told of at once, and that is one callback.
    outer.add(child, known !== undefined);
  }
  if (outer === null) return gatherNothing();
  const { observer } = outer.loop;
  if (observer !== null) observer.futureCreated(outer);
  return outer;
}

function gatherNothing(): Future<unknown[]> {
  const empty = getEventLoop().createFuture<unknown[]>();
  empty.setResult([]);
  return empty;
}
