/**
 * A counter that tasks take from, and wait for while it is zero. Mirrors `Semaphore` and `BoundedSemaphore` of
 * `Lib/asyncio/locks.py`.
 *
 * Invariants: whoever releases hands its unit to the first that waits, so that nobody overtakes; a unit handed to one
 * that was cancelled before it ran is handed on.
 */
import type { AsyncContextManager } from "./async-with.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { CancelledError, ValueError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { LoopBound, primitiveRepr } from "./loop-bound.ts";

export class Semaphore extends LoopBound implements AsyncContextManager<void> {
  readonly #waiters = new Set<Future<boolean>>();
  #value: number;

  /** @param value how many may hold it at once. @throws ValueError when it is less than 0. */
  constructor(value = 1) {
    super();
    if (value < 0) throw new ValueError("Semaphore initial value must be >= 0");
    this.#value = value;
  }

  static readonly #acquire = coroutine(function* acquire(semaphore: Semaphore): Generator<unknown, true, unknown> {
    if (!semaphore.locked()) {
      semaphore.#value -= 1;
      return true;
    }
    const waiter = semaphore.boundLoop().createFuture<boolean>();
    semaphore.#waiters.add(waiter);
    try {
      try {
        yield* waiter;
      } finally {
        semaphore.#waiters.delete(waiter);
      }
    } catch (error) {
      if (error instanceof CancelledError && !waiter.cancelled()) {
        semaphore.#value += 1;
        semaphore.#wakeNext();
      }
      throw error;
    }
    if (semaphore.#value > 0) semaphore.#wakeNext();
    return true;
  }, "Semaphore.acquire");

  /** Whether it cannot be acquired at once. */
  locked(): boolean {
    return this.#value === 0 || [...this.#waiters].some((waiter) => !waiter.cancelled());
  }

  /** Waits until there is a unit, and takes it. */
  acquire(): Coroutine<true> {
    return Semaphore.#acquire(this);
  }

  /** Gives a unit back. */
  release(): void {
    this.#value += 1;
    this.#wakeNext();
  }

  *enter(): Generator<unknown, void, unknown> {
    yield* this.acquire();
  }

  *exit(): Generator<unknown, void, unknown> {
    this.release();
  }

  override toString(): string {
    return primitiveRepr(this, this.locked() ? "locked" : `unlocked, value:${this.#value}`, this.#waiters.size);
  }

  /** How many units there are now. */
  protected get value(): number {
    return this.#value;
  }

  #wakeNext(): void {
    for (const waiter of this.#waiters) {
      if (waiter.done()) continue;
      this.#value -= 1;
      waiter.setResult(true);
      return;
    }
  }
}

/** A semaphore that may not be released more often than it was acquired. */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  constructor(value = 1) {
    super(value);
    this.#bound = value;
  }

  /** @throws ValueError when nobody holds it. */
  override release(): void {
    if (this.value >= this.#bound) throw new ValueError("BoundedSemaphore released too many times");
    super.release();
  }
}
