/**
 * The producer's side of the clocks' alignment: a burst of exchanges before the start, one a second while it runs,
 * each timed by the producer's own clock. What it measured before the recording's origin is told once there is one.
 */
import type { ClockExchange } from "../runs/clock-alignment.ts";

/** Exchanges before the start: the best of them bounds the error. */
const burst = 12;
/** ms between two exchanges while it runs. */
const interval = 1_000;

export interface ClockPingsOptions {
  /** This producer's clock, µs. */
  readonly now: () => number;
  readonly ping: (raw: number) => void;
  /** Repeats until the returned function is called. */
  readonly every: (ms: number, action: () => void) => () => void;
}

export class ClockPings {
  readonly #options: ClockPingsOptions;
  #early: ClockExchange[] = [];
  #tell: ((exchange: ClockExchange) => void) | undefined;
  #origin = 0;
  #left = 0;
  #done: () => void = () => {};
  #rest: () => void = () => {};

  constructor(options: ClockPingsOptions) {
    this.#options = options;
  }

  /** Exchanges a burst of pings, one after the other; then `done`. */
  measure(done: () => void): void {
    this.stop();
    this.#early = [];
    this.#done = done;
    this.#left = burst;
    this.#options.ping(this.#options.now());
  }

  /** Main answered the ping that left at `raw` when its clock said `main` (µs). */
  answered(raw: number, main: number): void {
    const rtt = this.#options.now() - raw;
    const exchange: ClockExchange = { raw: raw + rtt / 2, main, rtt };
    if (this.#tell === undefined) this.#early.push(exchange);
    else this.#tell({ ...exchange, main: main - this.#origin });
    if (this.#left === 0) return;
    this.#left -= 1;
    if (this.#left > 0) this.#options.ping(this.#options.now());
    else this.#done();
  }

  /** The recording has begun: `tell` gets the exchanges so far, then one a second. */
  begin(origin: number, tell: (exchange: ClockExchange) => void): void {
    this.#origin = origin;
    this.#tell = tell;
    for (const exchange of this.#early) tell({ ...exchange, main: exchange.main - origin });
    this.#rest = this.#options.every(interval, () => this.#options.ping(this.#options.now()));
  }

  /** The recording is over. */
  stop(): void {
    this.#rest();
    this.#rest = () => {};
    this.#tell = undefined;
    this.#left = 0;
  }
}
