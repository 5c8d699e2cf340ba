/**
 * Rows in order of time, with room for a partner row each: how marks and arrows are found by time. Columns, 16 bytes
 * an entry. Invariants: times never decrease; of equal times the order of arrival stays.
 */
const smallest = 16;

export class TimeIndex {
  #length = 0;
  #time = new Float64Array(smallest);
  #row = new Int32Array(smallest);
  #partner = new Int32Array(smallest);

  get length(): number {
    return this.#length;
  }

  /** µs; +∞ past the last. */
  time(index: number): number {
    return index < this.#length ? (this.#time[index] ?? 0) : Number.POSITIVE_INFINITY;
  }

  row(index: number): number {
    return this.#row[index] ?? -1;
  }

  /** The row at the other end; −1 for none. */
  partner(index: number): number {
    return this.#partner[index] ?? -1;
  }

  /** The first entry at or after `t` (µs); `length` when there is none. */
  firstFrom(t: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#time[middle] ?? 0) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Entries that arrive late find their place. */
  add(t: number, row: number, partner = -1): void {
    if (this.#length === this.#time.length) this.#grow();
    let at = this.#length++;
    for (; at > 0 && (this.#time[at - 1] ?? 0) > t; at--) {
      this.#time[at] = this.#time[at - 1] ?? 0;
      this.#row[at] = this.#row[at - 1] ?? 0;
      this.#partner[at] = this.#partner[at - 1] ?? 0;
    }
    this.#time[at] = t;
    this.#row[at] = row;
    this.#partner[at] = partner;
  }

  #grow(): void {
    const time = new Float64Array(this.#time.length * 2);
    const row = new Int32Array(time.length);
    const partner = new Int32Array(time.length);
    time.set(this.#time);
    row.set(this.#row);
    partner.set(this.#partner);
    this.#time = time;
    this.#row = row;
    this.#partner = partner;
  }
}
