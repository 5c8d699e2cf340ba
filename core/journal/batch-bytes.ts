/**
 * A batch as bytes, as it was received: producer, first number, rows, then each column whole, then the texts.
 */
import type { Batch } from "../trace/batch.ts";
import type { Columns } from "../trace/columns.ts";
import { producerId } from "../trace/ids.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";

export function writeBatch(out: ByteWriter, batch: Batch): void {
  const { columns } = batch;
  out.word(batch.producer);
  out.word(batch.from);
  out.word(batch.count);
  out.raw(columns.kind);
  out.raw(columns.code);
  out.raw(columns.t);
  out.raw(columns.lane);
  out.raw(columns.other);
  out.raw(columns.causeProducer);
  out.raw(columns.causeSeq);
  out.raw(columns.idProducer);
  out.raw(columns.idSeq);
  out.raw(columns.n);
  out.raw(columns.text);
  out.word(batch.texts.length);
  for (const text of batch.texts) out.text(text);
}

/** @throws RangeError when the bytes hold no batch. */
export function readBatch(from: ByteReader): Batch {
  const producer = producerId(from.word());
  const first = from.word();
  const count = from.word();
  const columns: Columns = {
    kind: new Uint8Array(from.raw(count)),
    code: new Uint8Array(from.raw(count)),
    t: new Float64Array(from.raw(count * 8)),
    lane: new Int32Array(from.raw(count * 4)),
    other: new Int32Array(from.raw(count * 4)),
    causeProducer: new Int16Array(from.raw(count * 2)),
    causeSeq: new Uint32Array(from.raw(count * 4)),
    idProducer: new Int16Array(from.raw(count * 2)),
    idSeq: new Uint32Array(from.raw(count * 4)),
    n: new Float64Array(from.raw(count * 8)),
    text: new Int32Array(from.raw(count * 4)),
  };
  const texts: string[] = [];
  for (let left = from.word(); left > 0; left--) texts.push(from.text());
  return { producer, from: first, count, columns, texts };
}
