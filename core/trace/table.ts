/**
 * A recording in memory: the rows of all its producers in order of arrival, in blocks of columns, 48 bytes a
 * row. Invariants: append-only; a row never moves, so its index names it for good; growing never copies rows.
 */
import type { Batch } from "./batch.ts";
import { type Columns, createColumns } from "./columns.ts";
import { type LaneId, laneId, noLane } from "./ids.ts";
import { Code } from "./kinds.ts";
import { type Lane, packedKind, packedRuntime } from "./lane.ts";
import type { Row } from "./row.ts";
import { Texts } from "./texts.ts";

/** Small blocks: the last one is half empty on average. */
const shift = 12;
const blockRows = 2 ** shift;
const mask = blockRows - 1;

interface Block {
  readonly columns: Columns;
  readonly producer: Int16Array;
  readonly seq: Uint32Array;
}

function createBlock(): Block {
  return { columns: createColumns(blockRows), producer: new Int16Array(blockRows), seq: new Uint32Array(blockRows) };
}

export class TraceTable {
  readonly texts = new Texts();
  readonly #lanes = new Map<LaneId, Lane>();
  readonly #blocks: Block[] = [];
  readonly #more = new Map<number, string>();
  #length = 0;

  /** Rows so far. */
  get length(): number {
    return this.#length;
  }

  /** Lanes declared so far, in order of their declaration. */
  get lanes(): ReadonlyMap<LaneId, Lane> {
    return this.#lanes;
  }

  /** Declares a lane that no `lane.created` row declares (an imported file's). */
  addLane(lane: Lane): void {
    this.#lanes.set(lane.id, lane);
  }

  /** Appends a batch's rows; `t` is taken as it is, plus `offset` µs. Returns the first new row. */
  append(batch: Batch, offset = 0): number {
    const first = this.#length;
    const { columns } = batch;
    const words = batch.texts.map((text) => this.texts.intern(text));
    let seq = batch.from;
    for (let from = 0; from < batch.count; ) {
      const at = this.#length & mask;
      if (at === 0) this.#blocks.push(createBlock());
      const block = this.#blocks[this.#length >> shift];
      if (block === undefined) throw new RangeError("a trace table lost a block of rows");
      const run = Math.min(batch.count - from, blockRows - at);
      copyRows(columns, from, block.columns, at, run);
      for (let i = 0; i < run; i++) {
        block.producer[at + i] = batch.producer;
        block.seq[at + i] = seq++;
        if (offset !== 0) block.columns.t[at + i] = (columns.t[from + i] ?? 0) + offset;
        const word = columns.text[from + i] ?? -1;
        block.columns.text[at + i] = word < 0 ? -1 : (words[word] ?? -1);
      }
      this.#length += run;
      from += run;
    }
    for (let row = first; row < this.#length; row++) if (this.kind(row) === Code.laneCreated) this.#declare(row);
    return first;
  }

  /** Appends one row, with its own producer and number (an imported file's). Returns its index. */
  add(row: Row): number {
    const index = this.#length;
    const at = index & mask;
    if (at === 0) this.#blocks.push(createBlock());
    const block = this.#blocks[index >> shift];
    if (block === undefined) throw new RangeError("a trace table lost a block of rows");
    const { columns } = block;
    block.producer[at] = row.producer;
    block.seq[at] = row.seq;
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
    columns.text[at] = this.texts.intern(row.text);
    if (row.more !== "") this.#more.set(index, row.more);
    this.#length += 1;
    if (row.kind === Code.laneCreated) this.#declare(index);
    return index;
  }

  /** Replaces a row's times, once its clock is aligned: `t`, and `n` of a kind whose `n` is a time. */
  retime(row: number, t: number, n: number): void {
    const { columns } = this.#block(row);
    columns.t[row & mask] = t;
    columns.n[row & mask] = n;
  }

  #declare(row: number): void {
    const id = laneId(this.lane(row));
    const code = this.code(row);
    const parent = this.n(row);
    const base = { id, kind: packedKind(code), name: this.text(row), runtime: packedRuntime(code) };
    this.#lanes.set(id, Number.isNaN(parent) || parent === noLane ? base : { ...base, parent: laneId(parent) });
  }

  #block(row: number): Block {
    const block = this.#blocks[row >> shift];
    if (block === undefined || row >= this.#length) throw new RangeError(`row ${row} is not one of ${this.#length}`);
    return block;
  }

  producer(row: number): number {
    return this.#block(row).producer[row & mask] ?? 0;
  }
  seq(row: number): number {
    return this.#block(row).seq[row & mask] ?? 0;
  }
  kind(row: number): number {
    return this.#block(row).columns.kind[row & mask] ?? 0;
  }
  code(row: number): number {
    return this.#block(row).columns.code[row & mask] ?? 0;
  }
  /** µs. */
  t(row: number): number {
    return this.#block(row).columns.t[row & mask] ?? 0;
  }
  lane(row: number): number {
    return this.#block(row).columns.lane[row & mask] ?? 0;
  }
  other(row: number): number {
    return this.#block(row).columns.other[row & mask] ?? 0;
  }
  causeProducer(row: number): number {
    return this.#block(row).columns.causeProducer[row & mask] ?? 0;
  }
  causeSeq(row: number): number {
    return this.#block(row).columns.causeSeq[row & mask] ?? 0;
  }
  idProducer(row: number): number {
    return this.#block(row).columns.idProducer[row & mask] ?? 0;
  }
  idSeq(row: number): number {
    return this.#block(row).columns.idSeq[row & mask] ?? 0;
  }
  n(row: number): number {
    return this.#block(row).columns.n[row & mask] ?? 0;
  }
  /** JSON of the row's fields that this version does not know; "" for none. */
  more(row: number): string {
    return this.#more.get(row) ?? "";
  }
  text(row: number): string {
    return this.texts.at(this.#block(row).columns.text[row & mask] ?? -1);
  }
}

function copyRows(source: Columns, from: number, target: Columns, at: number, rows: number): void {
  const to = from + rows;
  target.kind.set(source.kind.subarray(from, to), at);
  target.code.set(source.code.subarray(from, to), at);
  target.t.set(source.t.subarray(from, to), at);
  target.lane.set(source.lane.subarray(from, to), at);
  target.other.set(source.other.subarray(from, to), at);
  target.causeProducer.set(source.causeProducer.subarray(from, to), at);
  target.causeSeq.set(source.causeSeq.subarray(from, to), at);
  target.idProducer.set(source.idProducer.subarray(from, to), at);
  target.idSeq.set(source.idSeq.subarray(from, to), at);
  target.n.set(source.n.subarray(from, to), at);
  target.text.set(source.text.subarray(from, to), at);
}
