/**
 * A ring with both its ends in one thread, and events that carry their own number, so that what comes out can be held
 * against what went in.
 */
import { createRing, RingWriter } from "../../../core/threading/ring.ts";
import { RingWord } from "../../../core/threading/ring-layout.ts";
import { RingReader } from "../../../core/trace/adapters/threading-ring-reader.ts";
import { type Batch, nextAfter } from "../../../core/trace/batch.ts";
import { producerId } from "../../../core/trace/ids.ts";
import { Code } from "../../../core/trace/kinds.ts";

export class SmallRing {
  readonly writer: RingWriter;
  readonly reader: RingReader;
  readonly batches: Batch[] = [];

  /** `counted`: how many slots it is to believe it has passed on already. */
  constructor(slots = 256, counted = 0) {
    const buffer = createRing(slots);
    const header = new Int32Array(buffer);
    header[RingWord.written] = counted;
    header[RingWord.read] = counted;
    this.writer = new RingWriter(buffer, (kind) => kind === Code.laneEnded);
    this.reader = new RingReader(buffer, producerId(5));
  }

  /** Writes one event; every field is derived from its number. */
  write(text: string, kind: number = Code.output): number {
    const seq = this.writer.nextSeq;
    return this.writer.write(kind, seq + 0.25, seq % 7, seq % 200, -seq, 5, seq, seq % 3, seq + 1, seq / 2, text);
  }

  read(): void {
    this.batches.push(...this.reader.read());
  }

  close(): void {
    this.batches.push(...this.reader.close());
  }

  /** The texts by number, `undefined` where a gap has the number. @throws Error when a number is missing or twice there. */
  outcome(): readonly (string | undefined)[] {
    const found: (string | undefined)[] = [];
    for (const batch of this.batches) {
      if (batch.from !== found.length) throw new Error(`a batch starts at ${batch.from}, expected ${found.length}`);
      const gap = batch.columns.kind[0] === Code.gap;
      if (gap && batch.count !== 1) throw new Error("a gap is not alone in its batch");
      for (let seq = batch.from; seq < nextAfter(batch); seq++) found.push(gap ? undefined : textIn(batch, seq));
    }
    return found;
  }
}

function textIn({ columns, texts, from }: Batch, seq: number): string {
  const row = seq - from;
  const numbers = [
    columns.t[row],
    columns.lane[row],
    columns.code[row],
    columns.other[row],
    columns.causeSeq[row],
    columns.idProducer[row],
    columns.idSeq[row],
    columns.n[row],
  ];
  const expected = [seq + 0.25, seq % 7, seq % 200, -seq, seq, seq % 3, seq + 1, seq / 2];
  if (numbers.some((value, index) => value !== expected[index] && !(value === 0 && expected[index] === 0))) {
    throw new Error(`event ${seq} came out as ${numbers.join(", ")}`);
  }
  return texts[columns.text[row] ?? -1] ?? "";
}
