/**
 * Reads one row out of bulk columns: a table's or a batch's.
 */
import type { Batch } from "./batch.ts";
import type { Row } from "./row.ts";
import type { TraceTable } from "./table.ts";

/** Row `row` of a table. @throws RangeError when the table has no such row. */
export function rowOf(table: TraceTable, row: number): Row {
  return {
    producer: table.producer(row),
    seq: table.seq(row),
    kind: table.kind(row),
    code: table.code(row),
    t: table.t(row),
    lane: table.lane(row),
    other: table.other(row),
    causeProducer: table.causeProducer(row),
    causeSeq: table.causeSeq(row),
    idProducer: table.idProducer(row),
    idSeq: table.idSeq(row),
    n: table.n(row),
    text: table.text(row),
    more: table.more(row),
  };
}

/** Row `index` of a batch. */
export function rowOfBatch(batch: Batch, index: number): Row {
  const { columns } = batch;
  return {
    producer: batch.producer,
    seq: batch.from + index,
    kind: columns.kind[index] ?? 0,
    code: columns.code[index] ?? 0,
    t: columns.t[index] ?? 0,
    lane: columns.lane[index] ?? 0,
    other: columns.other[index] ?? 0,
    causeProducer: columns.causeProducer[index] ?? 0,
    causeSeq: columns.causeSeq[index] ?? 0,
    idProducer: columns.idProducer[index] ?? 0,
    idSeq: columns.idSeq[index] ?? 0,
    n: columns.n[index] ?? 0,
    text: batch.texts[columns.text[index] ?? -1] ?? "",
    more: "",
  };
}
