/**
 * A batch: what crosses a process boundary, and what the journal holds as one record. Its rows are numbered
 * `from`, `from + 1`, … without a hole; where numbers were lost, a batch starts with the `gap` row whose
 * `n` says up to which, and is alone in its batch, so that the next one starts at `n + 1`.
 */
import { type Columns, sliceColumns } from "./columns.ts";
import type { ProducerId } from "./ids.ts";
import { Code } from "./kinds.ts";

export interface Batch {
  readonly producer: ProducerId;
  /** Number of the first row. */
  readonly from: number;
  readonly count: number;
  readonly columns: Columns;
  /** What the rows' `text` indexes. */
  readonly texts: readonly string[];
}

/** The number that the batch after this one must start with. */
export function nextAfter(batch: Batch): number {
  const last = batch.count - 1;
  if (last === 0 && batch.columns.kind[0] === Code.gap) return (batch.columns.n[0] ?? batch.from) + 1;
  return batch.from + batch.count;
}

/** The batch of its rows before `end`, from `begin` on. */
export function rowsOf(batch: Batch, begin: number, end: number): Batch {
  if (begin === 0 && end === batch.count) return batch;
  return { ...batch, from: batch.from + begin, count: end - begin, columns: sliceColumns(batch.columns, end, begin) };
}

/** The batch's size in bytes, texts counted as two bytes a unit: what is counted of the recorder's own traffic. */
export function batchBytes(batch: Batch): number {
  let bytes = batch.count * 42;
  for (const text of batch.texts) bytes += text.length * 2;
  return bytes;
}
