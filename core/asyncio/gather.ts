/**
 * Waiting for all of several awaitables. Mirrors `gather` of `Lib/asyncio/tasks.py`.
 */
import type { Awaitable } from "./coroutine.ts";
import { ensureFuture } from "./create-task.ts";
import { keepQuietAbout } from "./destroyed-pending.ts";
import { EventLoop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { Future } from "./futures.ts";
import { refuseSingle } from "./iterable-of-futures.ts";
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
  #ownChildDone: ((child: Future<unknown>) => void) | null = null;

  constructor(loop: Scheduler, returnExceptions: boolean) {
    super(loop);
    this.#returnExceptions = returnExceptions;
  }

  /** One more place among the results, for a child that may have one already: it is waited for once. */
  addPlace(child: Future<unknown>): void {
    this.#children.push(child);
  }

  /** Waits for a child. Of a task that was `made` for it nobody is told should it be destroyed: the caller never had it. */
  add(child: Future<unknown>, made: boolean): void {
    this.addPlace(child);
    this.#left += 1;
    child.addDoneCallback(made ? this.#madeChildDone : this.#childDone);
  }

  get #madeChildDone(): (child: Future<unknown>) => void {
    if (this.#ownChildDone !== null) return this.#ownChildDone;
    const done = (child: Future<unknown>) => this.#childDone(child);
    keepQuietAbout(done);
    this.#ownChildDone = done;
    return done;
  }

  get [Symbol.toStringTag](): string {
    return "_GatheringFuture";
  }

  protected override get className(): string {
    return this[Symbol.toStringTag];
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
 * @throws TypeError for one awaitable in place of a list, and for what is none; ValueError for futures of several loops.
 * @example const [one, other] = yield* gather([spin(), slowFunction()]);
 */
export function gather<const Awaitables extends readonly Awaitable<unknown>[]>(
  awaitables: Awaitables,
  options?: { readonly returnExceptions?: false },
): Future<Results<Awaitables>>;
export function gather(awaitables: readonly Awaitable<unknown>[], options?: GatherOptions): Future<unknown[]>;
export function gather(awaitables: readonly Awaitable<unknown>[], options: GatherOptions = {}): Future<unknown[]> {
  refuseSingle(awaitables, "a list of awaitables");
  const children = new Map<Awaitable<unknown>, Future<unknown>>();
  let outer: GatheringFuture | null = null;
  let loop: EventLoop | undefined;
  for (const awaitable of awaitables) {
    const known = children.get(awaitable);
    const child = known ?? ensureFuture(awaitable, loop);
    if (loop === undefined && child.loop instanceof EventLoop) loop = child.loop;
    children.set(awaitable, child);
    outer ??= new GatheringFuture(child.loop, options.returnExceptions === true);
    // Before the next task is made: a child that is done already is told of at once, and that is one callback.
    if (known === undefined) outer.add(child, child !== awaitable);
    else outer.addPlace(child);
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
