/**
 * An alignment while it is still learning: what it has said stands, so a better exchange never steps a producer
 * back. Invariants: for rising `raw`, `toMain` never falls; its error stays within the bounds that held when the
 * stamps around it were given out.
 */
import { Alignment, type AlignmentOptions } from "./alignment.ts";
import type { ClockExchange } from "./exchange.ts";

export class LiveAlignment {
  readonly #alignment: Alignment;
  #lastRaw = Number.NEGATIVE_INFINITY;
  #lastMain = Number.NEGATIVE_INFINITY;

  constructor(options: AlignmentOptions = {}) {
    this.#alignment = new Alignment(options);
  }

  add(exchange: ClockExchange): void {
    this.#alignment.add(exchange);
  }

  /** µs since the origin. Stamps earlier than the latest so far are mapped as they would be now, but not past it. */
  toMain(raw: number): number {
    const main = this.#alignment.toMain(raw);
    if (raw < this.#lastRaw) return Math.min(main, this.#lastMain);
    this.#lastRaw = raw;
    this.#lastMain = Math.max(this.#lastMain, main);
    return this.#lastMain;
  }

  /** Bound on the error of `toMain(raw)`, µs; Infinity before the first exchange. */
  errorUs(raw: number): number {
    return this.#alignment.errorUs(raw);
  }
}
