/**
 * Waiting, with a lock in hand, until another task says that something has changed. Mirrors `Condition` of
 * `Lib/asyncio/locks.py`.
 *
 * Invariant: whoever leaves `wait()`, in whatever way, holds the lock.
 */
import type { AsyncContextManager } from "./async-with.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { CancelledError, RuntimeError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { Lock } from "./lock.ts";
import { LoopBound, primitiveRepr } from "./loop-bound.ts";

export class Condition extends LoopBound implements AsyncContextManager<void> {
  readonly #lock: Lock;
  readonly #waiters = new Set<Future<boolean>>();

  /** @param lock the lock to use; one of its own when left out. */
  constructor(lock: Lock = new Lock()) {
    super();
    this.#lock = lock;
  }

  static readonly #wait = coroutine(function* wait(condition: Condition): Generator<unknown, true, unknown> {
    if (!condition.locked()) throw new RuntimeError("cannot wait on un-acquired lock");
    condition.release();
    try {
      const waiter = condition.boundLoop().createFuture<boolean>();
      condition.#waiters.add(waiter);
      try {
        yield* waiter;
        return true;
      } finally {
        condition.#waiters.delete(waiter);
      }
    } finally {
      yield* condition.#acquireAgain();
    }
  }, "Condition.wait");

  static readonly #waitFor = coroutine(function* waitFor<Result>(
    condition: Condition,
    predicate: () => Result,
  ): Generator<unknown, Result, unknown> {
    let result = predicate();
    while (!result) {
      yield* condition.wait();
      result = predicate();
    }
    return result;
  }, "Condition.wait_for");

  locked(): boolean {
    return this.#lock.locked();
  }

  acquire(): Coroutine<true> {
    return this.#lock.acquire();
  }

  /** @throws RuntimeError when the lock is free. */
  release(): void {
    this.#lock.release();
  }

  /**
   * Frees the lock, waits to be notified, and takes the lock again.
   * @throws RuntimeError when the lock is free.
   */
  wait(): Coroutine<true> {
    return Condition.#wait(this);
  }

  /** Waits until `predicate` gives something true, and gives that. */
  waitFor<Result>(predicate: () => Result): Coroutine<Result> {
    return Condition.#waitFor(this, predicate);
  }

  /** Wakes at most `n` of those that wait; they go on once they get the lock. @throws RuntimeError when it is free. */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError("cannot notify on un-acquired lock");
    let woken = 0;
    for (const waiter of this.#waiters) {
      if (woken >= n) break;
      if (waiter.done()) continue;
      woken += 1;
      waiter.setResult(false);
    }
  }

  /** Wakes all that wait. @throws RuntimeError when the lock is free. */
  notifyAll(): void {
    this.notify(this.#waiters.size);
  }

  *enter(): Generator<unknown, void, unknown> {
    yield* this.acquire();
  }

  *exit(): Generator<unknown, void, unknown> {
    this.release();
  }

  override toString(): string {
    return primitiveRepr(this, this.locked() ? "locked" : "unlocked", this.#waiters.size);
  }

  /** A cancel does not keep it from taking the lock; it comes out once the lock is held. */
  *#acquireAgain(): Generator<unknown, void, unknown> {
    let cancelled = false;
    for (;;) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = true;
      }
    }
    if (cancelled) throw new CancelledError();
  }
}
