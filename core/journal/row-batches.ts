/**
 * Rows of many producers, as a file mixes them in order of time, made batches: each of one producer, numbered without a
 * hole, a `gap` alone. Invariants: a producer's rows keep their order; what waits is bounded, so that producers are
 * never far apart in time.
 */
import type { Batch } from "../trace/batch.ts";
import { createColumns } from "../trace/columns.ts";
import { producerId } from "../trace/ids.ts";
import { Code } from "../trace/kinds.ts";
import type { Row } from "../trace/row.ts";
import { Texts } from "../trace/texts.ts";

/** Rows that wait for company, all producers together, and units of their texts: a batch is passed on in one turn. */
const mostWaiting = 8_192;
const mostUnits = 2 ** 18;

export class RowBatches {
  readonly #waiting = new Map<number, Row[]>();
  #count = 0;
  #units = 0;

  /** Takes in the next row. Returns the batches that are full now. */
  add(row: Row): readonly Batch[] {
    const ready: Batch[] = [];
    const rows = this.#waiting.get(row.producer) ?? [];
    const last = rows.at(-1);
    const isGap = row.kind === Code.gap;
    if (last !== undefined && (isGap || last.seq + 1 !== row.seq)) ready.push(this.#seal(row.producer, rows));
    if (isGap) return [...ready, batchOf([row])];
    const open = this.#waiting.get(row.producer) ?? [];
    open.push(row);
    this.#waiting.set(row.producer, open);
    this.#count += 1;
    this.#units += row.text.length;
    return this.#count < mostWaiting && this.#units < mostUnits ? ready : [...ready, ...this.flush()];
  }

  /** Everything that waits. */
  flush(): readonly Batch[] {
    return [...this.#waiting].map(([producer, rows]) => this.#seal(producer, rows));
  }

  #seal(producer: number, rows: readonly Row[]): Batch {
    this.#waiting.delete(producer);
    this.#count -= rows.length;
    for (const { text } of rows) this.#units -= text.length;
    return batchOf(rows);
  }
}

/** One producer's rows, numbered without a hole. */
function batchOf(rows: readonly Row[]): Batch {
  const columns = createColumns(rows.length);
  const texts = new Texts();
  const words: string[] = [];
  rows.forEach((row, at) => {
    columns.kind[at] = row.kind;
    columns.code[at] = row.code;
    columns.t[at] = row.t;
    columns.lane[at] = row.lane;
    columns.other[at] = row.other;
    columns.causeProducer[at] = row.causeProducer;
    columns.causeSeq[at] = row.causeSeq;
    columns.idProducer[at] = row.idProducer;
    columns.idSeq[at] = row.idSeq;
    columns.n[at] = row.n;
    columns.text[at] = texts.intern(row.text);
    if (texts.size > words.length) words.push(row.text);
  });
  const first = rows[0];
  return {
    producer: producerId(first?.producer ?? 0),
    from: first?.seq ?? 0,
    count: rows.length,
    columns,
    texts: words,
  };
}
