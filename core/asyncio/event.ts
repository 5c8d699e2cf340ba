/**
 * A flag that the tasks of one loop can wait for. Mirrors `Event` of `Lib/asyncio/locks.py`.
 */
import { type Coroutine, coroutine } from "./coroutine.ts";
import type { Future } from "./futures.ts";
import { LoopBound, primitiveRepr } from "./loop-bound.ts";

export class Event extends LoopBound {
  readonly #waiters = new Set<Future<boolean>>();
  #set = false;

  static readonly #wait = coroutine(function* wait(event: Event): Generator<unknown, true, unknown> {
    if (event.#set) return true;
    const waiter = event.boundLoop().createFuture<boolean>();
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

  override toString(): string {
    return primitiveRepr(this, this.#set ? "set" : "unset", this.#waiters.size);
  }
}
