/**
 * Locks and events between the tasks of one loop. Mirrors `Lib/asyncio/locks.py`.
 *
 * Invariants: a lock goes to those who wait in the order in which they asked, and nobody overtakes them; a wake-up
 * that was cancelled before it ran is passed on.
 */
import { addressOf } from "./address.ts";
import type { AsyncContextManager } from "./async-with.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { getRunningLoop } from "./events.ts";
import { CancelledError, RuntimeError } from "./exceptions.ts";
import type { Future } from "./futures.ts";

export class Lock implements AsyncContextManager<void> {
  readonly #waiters = new Set<Future<boolean>>();
  #locked = false;

  static readonly #acquire = coroutine(function* acquire(lock: Lock): Generator<unknown, true, unknown> {
    if (!lock.#locked && [...lock.#waiters].every((waiter) => waiter.cancelled())) {
      lock.#locked = true;
      return true;
    }
    const waiter = getRunningLoop().createFuture<boolean>();
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

  toString(): string {
    return primitiveRepr(this, "Lock", this.#locked ? "locked" : "unlocked", this.#waiters.size);
  }

  #wakeFirst(): void {
    const [first] = this.#waiters;
    // One that is done will wake up and either take the lock or come here again.
    if (first?.done() === false) first.setResult(true);
  }
}

/** A flag that tasks can wait for. */
export class Event {
  readonly #waiters = new Set<Future<boolean>>();
  #set = false;

  static readonly #wait = coroutine(function* wait(event: Event): Generator<unknown, true, unknown> {
    if (event.#set) return true;
    const waiter = getRunningLoop().createFuture<boolean>();
    event.#waiters.add(waiter);
    try {
      yield* waiter;
      return true;
    } finally {
      event.#waiters.delete(waiter);
    }
  }, "Event.wait");

  isSet(): boolean {
    return this.#set;
  }

  /** Sets the flag and wakes all that wait for it. */
  set(): void {
    if (this.#set) return;
    this.#set = true;
    for (const waiter of this.#waiters) if (!waiter.done()) waiter.setResult(true);
  }

  clear(): void {
    this.#set = false;
  }

  /** Waits until the flag is set. */
  wait(): Coroutine<true> {
    return Event.#wait(this);
  }

  toString(): string {
    return primitiveRepr(this, "Event", this.#set ? "set" : "unset", this.#waiters.size);
  }
}

/** `<asyncio.locks.Lock object at 0x7f0000000010 [locked, waiters:1]>`. */
function primitiveRepr(object: object, name: string, state: string, waiters: number): string {
  const extra = waiters === 0 ? state : `${state}, waiters:${waiters}`;
  return `<asyncio.locks.${name} object at ${addressOf(object)} [${extra}]>`;
}
