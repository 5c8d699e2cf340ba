/**
 * Rows in order of time, with room for a partner row each: how marks and arrows are found by time. Columns, 12 bytes
 * an entry, 16 once one of them has a partner. Invariants: times never decrease; of equal times the order of arrival stays;
 * entries that arrive late find their place before anything is read.
 */
import { lateOrder, reorder } from "./late-order.ts";

const smallest = 16;
/** By how much full columns grow: what is kept unused is a sixteenth on average. */
const growth = 1.125;

export class TimeIndex {
  #length = 0;
  /** So many from the first on are in order. */
  #sorted = 0;
  #time = new Float64Array(smallest);
  #row = new Int32Array(smallest);
  /** None before the first partner. */
  #partner: Int32Array | undefined;

  get length(): number {
    return this.#length;
  }

  /** µs; +∞ past the last. */
  time(index: number): number {
    this.#settle();
    return index < this.#length ? (this.#time[index] ?? 0) : Number.POSITIVE_INFINITY;
  }

  row(index: number): number {
    this.#settle();
    return this.#row[index] ?? -1;
  }

  /** The row at the other end; −1 for none. */
  partner(index: number): number {
    this.#settle();
    return index < this.#length ? (this.#partner?.[index] ?? -1) : -1;
  }

  /** The first entry at or after `t` (µs); `length` when there is none. */
  firstFrom(t: number): number {
    this.#settle();
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#time[middle] ?? 0) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(t: number, row: number, partner = -1): void {
    if (this.#length === this.#time.length) this.#grow();
    if (partner >= 0) this.#partner ??= new Int32Array(this.#time.length).fill(-1);
    const at = this.#length++;
    this.#time[at] = t;
    this.#row[at] = row;
    if (this.#partner !== undefined) this.#partner[at] = partner;
    if (this.#sorted === at && (at === 0 || (this.#time[at - 1] ?? 0) <= t)) this.#sorted = this.#length;
  }

  #settle(): void {
    if (this.#sorted === this.#length) return;
    const order = lateOrder(this.#sorted, this.#length, (a, b) => (this.#time[a] ?? 0) > (this.#time[b] ?? 0));
    reorder(this.#time, order);
    reorder(this.#row, order);
    if (this.#partner !== undefined) reorder(this.#partner, order);
    this.#sorted = this.#length;
  }

  #grow(): void {
    const size = Math.ceil(this.#time.length * growth);
    const time = new Float64Array(size);
    const row = new Int32Array(size);
    time.set(this.#time);
    row.set(this.#row);
    this.#time = time;
    this.#row = row;
    if (this.#partner === undefined) return;
    const partner = new Int32Array(size);
    partner.set(this.#partner);
    this.#partner = partner;
  }
}
