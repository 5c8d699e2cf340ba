/**
 * A clock that stands still while callbacks run and jumps to the next timer when nothing else is left to do: three
 * seconds of spinning take a millisecond, and give the same events each time. After trio's `MockClock`.
 */
import { EventLoop } from "./events.ts";
import { RuntimeError } from "./exceptions.ts";
import type { Clock } from "./host.ts";

/** Nothing is ready, no timer is set, and on the virtual clock nobody else can schedule anything. */
export class Deadlock extends RuntimeError {}

export class VirtualClock implements Clock {
  #now: number;

  constructor(start = 0) {
    this.#now = start;
  }

  time(): number {
    return this.#now;
  }

  block(delay: number): void {
    this.#now += delay;
  }

  /** Jumps forward; a time that has passed changes nothing. */
  advanceTo(when: number): void {
    if (when > this.#now) this.#now = when;
  }
}

/** A loop on the virtual clock: it runs to the end in one call and gives the result itself. */
export class VirtualEventLoop extends EventLoop {
  readonly #virtual: VirtualClock;

  constructor(clock: VirtualClock = new VirtualClock()) {
    super(clock);
    this.#virtual = clock;
  }

  /** @throws Deadlock when nothing is left that could make it go on. */
  protected override drive<Outcome>(proceed: () => Outcome | Promise<Outcome>): Outcome | Promise<Outcome> {
    this.began();
    try {
      do this.#runOnce();
      while (!this.stopping);
    } finally {
      this.ended();
    }
    return proceed();
  }

  #runOnce(): void {
    this.timers.dropCancelled();
    if (this.ready.length === 0 && !this.stopping) {
      const when = this.timers.earliest();
      if (when === undefined) throw new Deadlock("deadlock: nothing is ready and no timer is set");
      this.#virtual.advanceTo(when);
      if (this.observer !== null) this.observer.woke();
    }
    this.beginTurn();
    this.runAsCurrent(Number.POSITIVE_INFINITY);
  }

  protected override wake(): void {
    // Nobody can schedule anything while this loop waits: it never does.
  }
}
