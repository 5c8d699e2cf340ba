/**
 * A clock and timers that stand still until told. Invariants: time never runs backwards by itself; what comes due while
 * nobody looks (`pass`: a long turn, a machine's sleep) is late, and finds the clock where it is by then.
 */
interface Timer {
  /** µs of `#elapsed`. */
  readonly due: number;
  readonly action: () => void;
}

export class ManualTime {
  /** Time that has really passed, µs: what timers go by. */
  #elapsed = 0;
  /** What the clock reads beyond that, µs. */
  #offset: number;
  #timers: Timer[] = [];

  /** What the clock reads at first, µs. */
  constructor(startUs = 1_000_000) {
    this.#offset = startUs;
  }

  /** What the clock reads, µs. */
  get nowUs(): number {
    return this.#elapsed + this.#offset;
  }

  readonly now = (): number => this.nowUs;

  readonly after = (ms: number, action: () => void): (() => void) => {
    const timer = { due: this.#elapsed + ms * 1_000, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  /** Moves time on by `ms`, stopping at each timer on the way, in order; one that is late is called where time is. */
  advance(ms: number): void {
    const end = this.#elapsed + ms * 1_000;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#elapsed = Math.max(this.#elapsed, next.due);
      next.action();
    }
    this.#elapsed = Math.max(this.#elapsed, end);
  }

  /** `ms` pass in which no timer is looked at. @throws RangeError for less than none: time does not run backwards. */
  pass(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`time can't pass by ${ms} ms: a clock that is set is \`set\``);
    this.#elapsed += ms * 1_000;
  }

  /** The clock is set, forwards or backwards, by `ms`; no time passes, and no timer comes due by it. */
  set(ms: number): void {
    this.#offset += ms * 1_000;
  }
}
