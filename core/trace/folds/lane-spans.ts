/**
 * What one lane did, as spans in order of time: columns, not objects, 15 bytes a span. A span lasts until the next
 * one starts, or until the lane's end. Why a lane waits is read from the span's own row of the trace table. Sums are
 * kept for one span in a few, and counted on from there.
 * Invariants: starts never decrease; of equal starts the order of arrival stays, but `created` and `started` come
 * first; late ones find their place before anything is read; `busyBefore` and `runsBefore` are exact, so that any stretch of time is summed up in two look-ups.
 */
import { lateOrder, reorder } from "./late-order.ts";

/** What a lane does in a span. `idle`: a loop between turns, a lock nobody holds, a process as such. */
export const SpanState = { created: 0, started: 1, ready: 2, running: 3, waiting: 4, idle: 5 } as const;
export type SpanState = (typeof SpanState)[keyof typeof SpanState];

const smallest = 64;
/** By how much full columns grow: what is kept unused is a thirtieth on average. */
const growth = 1.0625;
/** Spans from one kept sum to the next. */
const stride = 8;

export class LaneSpans {
  /** The lane's end in µs, NaN while it is open. */
  end = Number.NaN;
  /** The `lane.ended` row, −1 while it is open. */
  endRow = -1;
  #length = 0;
  /** So many from the first on are in order. */
  #sorted = 0;
  #start = new Float64Array(smallest);
  #state = new Uint8Array(smallest);
  #row = new Int32Array(smallest);
  /** Time spent running, and runs, before every span whose index is a multiple of `stride`. */
  #busy = new Float64Array(smallest / stride);
  #runs = new Uint32Array(smallest / stride);

  /** Spans so far. */
  get length(): number {
    return this.#length;
  }

  /** Start of span `index`, µs; +∞ past the last. */
  start(index: number): number {
    this.#settle();
    return index < this.#length ? (this.#start[index] ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** End of span `index`: the next one's start, the lane's end, or `now` (µs), whichever comes first. */
  endOf(index: number, now: number): number {
    const end = Number.isNaN(this.end) ? now : this.end;
    return Math.max(this.start(index), Math.min(this.start(index + 1), end));
  }

  state(index: number): number {
    this.#settle();
    return this.#state[index] ?? SpanState.idle;
  }

  /** The row of the trace table that began the span. */
  row(index: number): number {
    this.#settle();
    return this.#row[index] ?? -1;
  }

  /** How many of the spans before `index` are runs. */
  runsBefore(index: number): number {
    this.#settle();
    const to = Math.min(index, this.#length);
    if (to <= 0) return 0;
    const kept = Math.floor(Math.min(to, this.#length - 1) / stride);
    let runs = this.#runs[kept] ?? 0;
    for (let i = kept * stride; i < to; i++) if (this.#state[i] === SpanState.running) runs += 1;
    return runs;
  }

  /** Time spent running before `t` (µs), with `now` as the end of what still runs. */
  busyBefore(t: number, now: number): number {
    const index = this.indexAt(t);
    return index < 0 ? 0 : this.busyWithin(index, t, now);
  }

  /** `busyBefore` for a `t` that is known to lie in span `index`, or after it in the lane's end. */
  busyWithin(index: number, t: number, now: number): number {
    this.#settle();
    const before = this.#busyUntil(index);
    if (this.#state[index] !== SpanState.running) return before;
    return before + Math.max(0, Math.min(t, this.endOf(index, now)) - this.start(index));
  }

  /** The last span that starts at or before `t`; −1 when there is none. */
  indexAt(t: number): number {
    return this.firstAfter(t) - 1;
  }

  /** The first span that starts after `t`; `length` when there is none. */
  firstAfter(t: number): number {
    this.#settle();
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#start[middle] ?? 0) <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The span began at `t` (µs) with the table's `row`. */
  add(t: number, state: SpanState, row: number): void {
    if (this.#length === this.#start.length) this.#grow();
    const at = this.#length++;
    this.#start[at] = t;
    this.#state[at] = state;
    this.#row[at] = row;
    if (this.#sorted !== at || (at > 0 && this.#isAfter(at - 1, at))) return;
    this.#sorted = this.#length;
    if (at > 0 && at % stride === 0) this.#sum(at / stride);
  }

  #settle(): void {
    if (this.#sorted === this.#length) return;
    const order = lateOrder(this.#sorted, this.#length, (a, b) => this.#isAfter(a, b));
    reorder(this.#start, order);
    reorder(this.#state, order);
    reorder(this.#row, order);
    this.#sorted = this.#length;
    const first = Math.max(1, Math.ceil(order.from / stride));
    for (let kept = first; kept * stride < this.#length; kept++) this.#sum(kept);
  }

  /** Whether span `a` has its place behind `b`, which came later. */
  #isAfter(a: number, b: number): boolean {
    const [before, start] = [this.#start[a] ?? 0, this.#start[b] ?? 0];
    if (before !== start) return before > start;
    return precedence(this.#state[a] ?? 0) > precedence(this.#state[b] ?? 0);
  }

  /** Time spent running before span `index`, µs. */
  #busyUntil(index: number): number {
    const kept = Math.floor(index / stride);
    return (this.#busy[kept] ?? 0) + this.#ranFrom(kept * stride, index);
  }

  /** Time spent running in the spans from `from` to before `to`, µs. */
  #ranFrom(from: number, to: number): number {
    let ran = 0;
    for (let i = from; i < to; i++) {
      if (this.#state[i] === SpanState.running) ran += (this.#start[i + 1] ?? 0) - (this.#start[i] ?? 0);
    }
    return ran;
  }

  #sum(kept: number): void {
    const from = (kept - 1) * stride;
    const to = kept * stride;
    this.#busy[kept] = (this.#busy[kept - 1] ?? 0) + this.#ranFrom(from, to);
    let runs = this.#runs[kept - 1] ?? 0;
    for (let i = from; i < to; i++) if (this.#state[i] === SpanState.running) runs += 1;
    this.#runs[kept] = runs;
  }

  #grow(): void {
    const size = Math.ceil((this.#start.length * growth) / stride) * stride;
    const start = new Float64Array(size);
    const state = new Uint8Array(size);
    const row = new Int32Array(size);
    const busy = new Float64Array(size / stride);
    const runs = new Uint32Array(size / stride);
    start.set(this.#start);
    state.set(this.#state);
    row.set(this.#row);
    busy.set(this.#busy);
    runs.set(this.#runs);
    this.#start = start;
    this.#state = state;
    this.#row = row;
    this.#busy = busy;
    this.#runs = runs;
  }
}

/** Of spans that start together, `created` comes before `started`, and both before what the lane then does. */
function precedence(state: number): number {
  return state <= SpanState.started ? state : SpanState.ready;
}
