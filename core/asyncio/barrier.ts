/**
 * A place where a fixed number of tasks wait for each other. Mirrors `Barrier` of `Lib/asyncio/locks.py`.
 *
 * It fills until the last has come, then drains until the last has gone, and only then fills again; reset and abort
 * send those that wait away with an error.
 */
import { type AsyncContextManager, asyncWith } from "./async-with.ts";
import { Condition } from "./condition.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { BrokenBarrierError, ValueError } from "./exceptions.ts";
import { primitiveRepr } from "./loop-bound.ts";

type State = "filling" | "draining" | "resetting" | "broken";

export class Barrier implements AsyncContextManager<number> {
  /** How many tasks it takes. */
  readonly parties: number;
  readonly #changed = new Condition();
  #state: State = "filling";
  #count = 0;

  /** @throws ValueError for fewer than one. */
  constructor(parties: number) {
    if (parties < 1) throw new ValueError("parties must be > 0");
    this.parties = parties;
  }

  static readonly #wait = coroutine(function* wait(barrier: Barrier): Generator<unknown, number, unknown> {
    return yield* asyncWith(barrier.#changed, () => barrier.#pass());
  }, "Barrier.wait");

  static readonly #reset = coroutine(function* reset(barrier: Barrier): Generator<unknown, void, unknown> {
    yield* asyncWith(barrier.#changed, function* () {
      barrier.#state = barrier.#count > 0 ? "resetting" : "filling";
      barrier.#changed.notifyAll();
    });
  }, "Barrier.reset");

  static readonly #abort = coroutine(function* abort(barrier: Barrier): Generator<unknown, void, unknown> {
    yield* asyncWith(barrier.#changed, function* () {
      barrier.#state = "broken";
      barrier.#changed.notifyAll();
    });
  }, "Barrier.abort");

  /** How many wait for it to fill. */
  get nWaiting(): number {
    return this.#state === "filling" ? this.#count : 0;
  }

  /** Whether it was aborted. */
  get broken(): boolean {
    return this.#state === "broken";
  }

  /**
   * Waits until all have come. Gives this one's place, from 0, in the order of coming.
   * @throws BrokenBarrierError when it is reset or aborted meanwhile, or was aborted before.
   */
  wait(): Coroutine<number> {
    return Barrier.#wait(this);
  }

  /** Sends those that wait away, and begins anew. */
  reset(): Coroutine<void> {
    return Barrier.#reset(this);
  }

  /** Sends those that wait away, and whoever comes later. */
  abort(): Coroutine<void> {
    return Barrier.#abort(this);
  }

  enter(): Coroutine<number> {
    return this.wait();
  }

  *exit(): Generator<unknown, void, unknown> {
    // Leaving the block is nothing that others wait for.
  }

  /** `<asyncio.locks.Barrier object at 0x7f0000000010 [filling, waiters:1/2]>`. */
  toString(): string {
    const state = this.broken ? "broken" : `${this.#state}, waiters:${this.nWaiting}/${this.parties}`;
    return primitiveRepr(this, state, 0);
  }

  *#pass(): Generator<unknown, number, unknown> {
    yield* this.#changed.waitFor(() => this.#state !== "draining" && this.#state !== "resetting");
    if (this.broken) throw new BrokenBarrierError("Barrier aborted");
    try {
      const index = this.#count;
      this.#count += 1;
      if (index + 1 === this.parties) this.#drain();
      else yield* this.#waitUntilFull();
      return index;
    } finally {
      this.#count -= 1;
      this.#leave();
    }
  }

  #drain(): void {
    this.#state = "draining";
    this.#changed.notifyAll();
  }

  *#waitUntilFull(): Generator<unknown, void, unknown> {
    const state = yield* this.#changed.waitFor(() => this.#state !== "filling" && this.#state);
    if (state !== "draining") throw new BrokenBarrierError("Abort or reset of barrier");
  }

  /** The last to go lets it fill again. */
  #leave(): void {
    if (this.#count > 0) return;
    if (this.#state !== "broken") this.#state = "filling";
    this.#changed.notifyAll();
  }
}
