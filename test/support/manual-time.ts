/**
 * A clock and timers that stand still until told: `advance` moves time and calls what came due, in order.
 */
interface Timer {
  readonly due: number;
  readonly action: () => void;
}

export class ManualTime {
  /** µs. */
  nowUs = 1_000_000;
  #timers: Timer[] = [];

  readonly now = (): number => this.nowUs;

  readonly after = (ms: number, action: () => void): (() => void) => {
    const timer = { due: this.nowUs + ms * 1_000, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  /** Moves time on by `ms`, stopping at each timer on the way. */
  advance(ms: number): void {
    const end = this.nowUs + ms * 1_000;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.nowUs = next.due;
      next.action();
    }
    this.nowUs = end;
  }
}
