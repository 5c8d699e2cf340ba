/**
 * Several lanes' rows read as one, in order of time; of what happened at one instant the upper lane's comes first. A binary
 * heap: the next row costs the logarithm of the number of lanes.
 */
import type { TraceTable } from "../../trace/table.ts";

interface Reading {
  /** Of the lane, among all. */
  readonly place: number;
  readonly rows: Iterator<number, void>;
  row: number;
  /** µs. */
  t: number;
}

export interface NextRow {
  readonly place: number;
  readonly row: number;
  readonly t: number;
}

export class ReadingQueue {
  readonly #table: TraceTable;
  readonly #heap: Reading[] = [];

  constructor(table: TraceTable) {
    this.#table = table;
  }

  /** Another lane: its place among all, and its rows in order of time. */
  add(place: number, rows: Iterator<number, void>): void {
    const reading: Reading = { place, rows, row: -1, t: Number.POSITIVE_INFINITY };
    if (!this.#readOn(reading)) return;
    this.#heap.push(reading);
    this.#rise(this.#heap.length - 1);
  }

  /** Takes the next row; undefined when all were taken. */
  take(): NextRow | undefined {
    const [first] = this.#heap;
    if (first === undefined) return undefined;
    const { place, row, t } = first;
    if (!this.#readOn(first)) {
      const last = this.#heap.pop();
      if (last !== undefined && last !== first) this.#heap[0] = last;
    }
    this.#sink();
    return { place, row, t };
  }

  #readOn(reading: Reading): boolean {
    const next = reading.rows.next();
    if (next.done === true) return false;
    reading.row = next.value;
    reading.t = this.#table.t(next.value);
    return true;
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >>> 1;
      if (!this.#swap(at, above)) return;
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const below = isBefore(this.#heap[left + 1], this.#heap[left]) ? left + 1 : left;
      if (!this.#swap(below, at)) return;
      at = below;
    }
  }

  /** Swaps the two where the lower one comes first. */
  #swap(lower: number, upper: number): boolean {
    const [down, up] = [this.#heap[lower], this.#heap[upper]];
    if (down === undefined || up === undefined || !isBefore(down, up)) return false;
    this.#heap[lower] = up;
    this.#heap[upper] = down;
    return true;
  }
}

function isBefore(one: Reading | undefined, other: Reading | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.t < other.t || (one.t === other.t && one.place < other.place);
}
