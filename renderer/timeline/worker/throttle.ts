/**
 * At most one call in so many milliseconds, and always one after the last that was asked for.
 */
export class Throttle {
  readonly #every: number;
  readonly #act: () => void;
  readonly #now: () => number;
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `every` in ms. */
  constructor(every: number, act: () => void, now: () => number = () => performance.now()) {
    this.#every = every;
    this.#act = act;
    this.#now = now;
  }

  /** Asks for a call: at once, or when its time has come. */
  ask(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#last + this.#every - this.#now();
    if (wait <= 0) this.flush();
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  /** The call is made now, in place of one that waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = this.#now();
    this.#act();
  }
}
