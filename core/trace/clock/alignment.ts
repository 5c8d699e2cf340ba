/**
 * A producer's clock against main's, from their exchanges. The best exchanges (smallest round trips) are anchors;
 * between two of them the drift is taken as even, outside them the nearest one's offset holds.
 * The bound on the error at a stamp is that of its anchors (half the round trip plus both clocks' resolution) plus
 * what the clocks may have drifted since: `drift` as assumed, or as measured where that is more.
 * A clock may also jump forward (a machine that slept, a page that was frozen): where two anchors stand further apart on
 * one clock than on the other, by more than their doubt and drift allow, all of that is part of the bound between them. A
 * jump smaller than the exchanges' own doubt can't be told from it, nor one after the last exchange.
 * Invariants: anchors rise in both clocks, so that `toMain` rises with `raw`; an exchange that says less than an
 * anchor's bound already does, and does not contradict it, is not kept.
 */
import type { ClockExchange } from "./exchange.ts";

export interface AlignmentOptions {
  /** Both clocks' resolution together, µs: 5 for a page that is isolated, 100 for one that is not. */
  readonly resolutionUs?: number;
  /** How fast the clocks may drift apart, µs per µs. The clocks of one machine count the same oscillator. */
  readonly drift?: number;
}

interface Anchor {
  readonly raw: number;
  readonly main: number;
  /** Bound on the error of `main`, µs. */
  readonly error: number;
  /** Index of the last anchor up to this one before which the clock jumped; 0 where it never did. */
  readonly jumped: number;
}

/** Anchors closer than this (µs) would measure the noise of their round trips, not drift. */
const closest = 250_000;
/** No clock drifts faster, µs per µs, not even one that is being corrected: what moves more has jumped. */
const fastestDrift = 500e-6;

export class Alignment {
  readonly #anchors: Anchor[] = [];
  readonly #resolution: number;
  readonly #assumedDrift: number;
  #drift: number;

  constructor(options: AlignmentOptions = {}) {
    this.#resolution = options.resolutionUs ?? 5;
    this.#assumedDrift = options.drift ?? 15e-6;
    this.#drift = this.#assumedDrift;
  }

  /** The alignment that a whole recording's exchanges give. */
  static of(exchanges: Iterable<ClockExchange>, options: AlignmentOptions = {}): Alignment {
    const alignment = new Alignment(options);
    for (const exchange of [...exchanges].sort((a, b) => a.raw - b.raw)) alignment.add(exchange);
    return alignment;
  }

  /** Takes in the next exchange; one that is not later than the last is passed over. */
  add(exchange: ClockExchange): void {
    const anchor = { raw: exchange.raw, main: exchange.main, error: exchange.rtt / 2 + this.#resolution, jumped: 0 };
    for (let last = this.#anchors.at(-1); last !== undefined; last = this.#anchors.at(-1)) {
      const since = anchor.raw - last.raw;
      if (since > 0 && anchor.main > last.main && this.#contradict(last, anchor, this.#drift)) break;
      const isWorse = last.error + this.#drift * since <= anchor.error;
      if (since <= 0 || isWorse || (since < closest && last.error <= anchor.error)) return;
      const isBetter = anchor.error + this.#drift * since <= last.error;
      if (!isBetter && since >= closest && anchor.main > last.main) break;
      this.#anchors.pop();
    }
    const before = this.#anchors.at(-1);
    const jumps = before !== undefined && this.#contradict(before, anchor, fastestDrift);
    this.#anchors.push({ ...anchor, jumped: jumps ? this.#anchors.length : (before?.jumped ?? 0) });
    this.#measureDrift();
  }

  /** `raw` as main's clock would have said it, µs since the origin. Before the first exchange: `raw` itself. */
  toMain(raw: number): number {
    const after = this.#after(raw);
    const left = this.#anchors[after - 1];
    const right = this.#anchors[after];
    if (left === undefined) return right === undefined ? raw : right.main - (right.raw - raw);
    if (right === undefined) return left.main + (raw - left.raw);
    return left.main + ((raw - left.raw) * (right.main - left.main)) / (right.raw - left.raw);
  }

  /** Bound on the error of `toMain(raw)`, µs; Infinity before the first exchange. */
  errorUs(raw: number): number {
    const after = this.#after(raw);
    const left = this.#anchors[after - 1];
    const right = this.#anchors[after];
    if (left === undefined) {
      return right === undefined ? Number.POSITIVE_INFINITY : right.error + this.#drift * (right.raw - raw);
    }
    if (right === undefined) return left.error + this.#drift * (raw - left.raw);
    if (this.#contradict(left, right, this.#assumedDrift))
      return Math.max(left.error, right.error) + moved(left, right);
    // Two clocks that drift within the bound leave the straight line between two anchors by twice as much at most.
    const nearest = Math.min(raw - left.raw, right.raw - raw);
    return Math.max(left.error, right.error) + 2 * this.#drift * nearest;
  }

  /** The largest `errorUs` of any stamp from `from` to `to` (raw, µs). */
  worstErrorUs(from: number, to: number): number {
    let worst = Math.max(this.errorUs(from), this.errorUs(to));
    for (let index = 1; index < this.#anchors.length; index++) {
      const left = this.#anchors[index - 1]?.raw ?? from;
      const right = this.#anchors[index]?.raw ?? to;
      const middle = (left + right) / 2;
      if (middle >= from && middle <= to) worst = Math.max(worst, this.errorUs(middle));
    }
    return worst;
  }

  /** Whether the clocks moved apart between two anchors by more than these doubt, with so much drift. */
  #contradict(left: Anchor, right: Anchor, drift: number): boolean {
    return moved(left, right) > left.error + right.error + drift * (right.raw - left.raw);
  }

  /** Where anchors without a jump between them prove more drift than was assumed, what they allow takes its place. */
  #measureDrift(): void {
    const last = this.#anchors.at(-1);
    const first = this.#anchors[last?.jumped ?? 0];
    if (first === undefined || last === undefined || first === last) return;
    const span = last.raw - first.raw;
    const apart = moved(first, last);
    const doubt = first.error + last.error;
    if (apart - doubt > this.#assumedDrift * span) this.#drift = (apart + doubt) / span;
  }

  /** Index of the first anchor after `raw`. */
  #after(raw: number): number {
    let low = 0;
    let high = this.#anchors.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#anchors[middle]?.raw ?? 0) <= raw) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How far the clocks moved apart from one anchor to the next, µs. */
function moved(left: Anchor, right: Anchor): number {
  return Math.abs(right.main - left.main - (right.raw - left.raw));
}
