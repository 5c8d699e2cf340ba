/**
 * Fold: where in the table an event is, by its name: its producer and its number there. A producer's events come as runs
 * of rows whose numbers count up, so what is kept is where each run begins: 16 bytes a batch.
 * Invariant: within one producer neither numbers nor times go back.
 */
import type { TraceTable } from "../table.ts";

const smallest = 8;

class Runs {
  #length = 0;
  #seq = new Float64Array(smallest);
  #row = new Int32Array(smallest);
  #count = new Int32Array(smallest);

  /** Row `row` is the producer's event `seq`. */
  add(seq: number, row: number): void {
    const last = this.#length - 1;
    const count = this.#count[last] ?? 0;
    if (last >= 0 && (this.#seq[last] ?? 0) + count === seq && (this.#row[last] ?? 0) + count === row) {
      this.#count[last] = count + 1;
      return;
    }
    if (this.#length === this.#seq.length) this.#grow();
    this.#seq[this.#length] = seq;
    this.#row[this.#length] = row;
    this.#count[this.#length] = 1;
    this.#length += 1;
  }

  /** The row of event `seq`; −1 when there is none. */
  rowOf(seq: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#seq[middle] ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    const run = low - 1;
    const at = seq - (this.#seq[run] ?? 0);
    return run >= 0 && at < (this.#count[run] ?? 0) ? (this.#row[run] ?? 0) + at : -1;
  }

  #grow(): void {
    const seq = new Float64Array(this.#seq.length * 2);
    const row = new Int32Array(seq.length);
    const count = new Int32Array(seq.length);
    seq.set(this.#seq);
    row.set(this.#row);
    count.set(this.#count);
    this.#seq = seq;
    this.#row = row;
    this.#count = count;
  }
}

export class EventRowFold {
  readonly #producers = new Map<number, Runs>();

  /** The row of an event; −1 for one that is not there (lost, or not arrived yet). */
  of(producer: number, seq: number): number {
    return this.#producers.get(producer)?.rowOf(seq) ?? -1;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const producer = table.producer(row);
    let runs = this.#producers.get(producer);
    if (runs === undefined) {
      runs = new Runs();
      this.#producers.set(producer, runs);
    }
    runs.add(table.seq(row), row);
  }
}
