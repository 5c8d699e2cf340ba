/**
 * A lock between the tasks of one loop. Mirrors `Lock` of `Lib/asyncio/locks.py`.
 *
 * Invariants: the lock goes to those who wait in the order in which they asked, and nobody overtakes them; a wake-up
 * that was cancelled before it ran is passed on.
 */
import type { AsyncContextManager } from "./async-with.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { CancelledError, RuntimeError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { LoopBound, primitiveRepr } from "./loop-bound.ts";

export class Lock extends LoopBound implements AsyncContextManager<void> {
  readonly #waiters = new Set<Future<boolean>>();
  #locked = false;

  static readonly #acquire = coroutine(function* acquire(lock: Lock): Generator<unknown, true, unknown> {
    if (!lock.#locked && [...lock.#waiters].every((waiter) => waiter.cancelled())) {
      lock.#locked = true;
      return true;
    }
    const waiter = lock.boundLoop().createFuture<boolean>();
    lock.#waiters.add(waiter);
    try {
      try {
        yield* waiter;
      } finally {
        // Before the cancel is dealt with: this waiter must not be the one that is woken.
        lock.#waiters.delete(waiter);
      }
    } catch (error) {
      if (error instanceof CancelledError && !lock.#locked) lock.#wakeFirst();
      throw error;
    }
    lock.#locked = true;
    return true;
  }, "Lock.acquire");

  locked(): boolean {
    return this.#locked;
  }

  /** Waits until the lock is free, and takes it. */
  acquire(): Coroutine<true> {
    return Lock.#acquire(this);
  }

  /** Frees the lock; the first that waits gets it. @throws RuntimeError when it is free. */
  release(): void {
    if (!this.#locked) throw new RuntimeError("Lock is not acquired.");
    this.#locked = false;
    this.#wakeFirst();
  }

  *enter(): Generator<unknown, void, unknown> {
    yield* this.acquire();
  }

  *exit(): Generator<unknown, void, unknown> {
    this.release();
  }

  override toString(): string {
    return primitiveRepr(this, this.#locked ? "locked" : "unlocked", this.#waiters.size);
  }

  #wakeFirst(): void {
    const [first] = this.#waiters;
    // One that is done will wake up and either take the lock or come here again.
    if (first?.done() === false) first.setResult(true);
  }
}
