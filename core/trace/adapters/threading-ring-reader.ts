/**
 * The host's end of a thread's ring (core/threading/ring.ts): takes out what was published and makes batches of it.
 * Invariants: one reader a ring; numbers leave it in order, each in one row or in one gap row that is alone in its
 * batch; `close` is called once, when the writer writes no more (its thread has ended, or its worker is dead).
 * Numbers are read as little-endian, which every platform that Electron runs on is.
 */
import {
  gapTime,
  headerBytes,
  inlineUnits,
  RingWord,
  SlotByte,
  SlotForm,
  slotBytes,
  slotsFor,
  slotUnits,
} from "../../threading/ring-layout.ts";
import type { Batch } from "../batch.ts";
import { type Columns, createColumns, sliceColumns } from "../columns.ts";
import { gapBatch } from "../gap.ts";
import type { ProducerId } from "../ids.ts";
import { Texts } from "../texts.ts";

/** Rows of one batch at most. */
const batchRows = 8_192;
const reason = "the thread's ring was full: the host did not empty it in time";

export class RingReader {
  readonly producer: ProducerId;
  /** The number that the next row will have. */
  nextSeq = 0;
  readonly #slots: number;
  readonly #header: Int32Array;
  readonly #view: DataView;
  readonly #units: Uint16Array;
  readonly #told: string[] = [];
  readonly #columns: Columns = createColumns(batchRows);
  #texts = new Texts();
  #words: string[] = [];
  #rows = 0;
  #read: number;

  constructor(ring: SharedArrayBuffer, producer: ProducerId) {
    this.producer = producer;
    this.#slots = (ring.byteLength - headerBytes) / slotBytes;
    this.#header = new Int32Array(ring, 0, headerBytes / 4);
    this.#view = new DataView(ring);
    this.#units = new Uint16Array(ring, headerBytes);
    this.#read = Atomics.load(this.#header, RingWord.read);
  }

  /** Events that the thread dropped so far. */
  get dropped(): number {
    return Atomics.load(this.#header, RingWord.dropped);
  }

  /** What was written since the last call. */
  read(): readonly Batch[] {
    const batches: Batch[] = [];
    const written = Atomics.load(this.#header, RingWord.written);
    while (this.#read !== written) {
      const at = headerBytes + (this.#read & (this.#slots - 1)) * slotBytes;
      const units = Math.max(0, this.#view.getInt32(at + SlotByte.text, true));
      if (this.#view.getUint8(at + SlotByte.form) === SlotForm.gap) {
        const lane = this.#view.getInt32(at + SlotByte.lane, true);
        this.#gap(batches, this.#view.getFloat64(at, true), lane, this.#view.getFloat64(at + SlotByte.n, true));
        this.#read = (this.#read + 1) | 0;
      } else {
        this.#row(at, units);
        this.#read = (this.#read + slotsFor(units)) | 0;
      }
      if (this.#rows === batchRows) this.#seal(batches);
      Atomics.store(this.#header, RingWord.read, this.#read);
    }
    this.#seal(batches);
    return batches;
  }

  /** The rest, and the gap of what was dropped last. */
  close(): readonly Batch[] {
    const batches = [...this.read()];
    const to = this.#header[RingWord.gapTo] ?? 0;
    if (Atomics.load(this.#header, RingWord.dropping) === 1 && to >= this.nextSeq) {
      this.#gap(batches, this.#view.getFloat64(gapTime * 8, true), this.#header[RingWord.gapLane] ?? 0, to);
    }
    return batches;
  }

  #row(at: number, units: number): void {
    const columns = this.#columns;
    const view = this.#view;
    const row = this.#rows++;
    columns.t[row] = view.getFloat64(at + SlotByte.t, true);
    columns.n[row] = view.getFloat64(at + SlotByte.n, true);
    columns.lane[row] = view.getInt32(at + SlotByte.lane, true);
    columns.other[row] = view.getInt32(at + SlotByte.other, true);
    columns.causeSeq[row] = view.getUint32(at + SlotByte.causeSeq, true);
    columns.idSeq[row] = view.getUint32(at + SlotByte.idSeq, true);
    columns.causeProducer[row] = view.getInt16(at + SlotByte.causeProducer, true);
    columns.idProducer[row] = view.getInt16(at + SlotByte.idProducer, true);
    columns.kind[row] = view.getUint8(at + SlotByte.kind);
    columns.code[row] = view.getUint8(at + SlotByte.code);
    columns.text[row] = this.#intern(this.#text(at, units));
  }

  #text(at: number, units: number): string {
    if (units === 0) return this.#told[-1 - this.#view.getInt32(at + SlotByte.text, true)] ?? "";
    const all = this.#units;
    const first = ((at - headerBytes) >> 1) + slotUnits - inlineUnits;
    let text = "";
    for (let done = 0; done < units; ) {
      const from = (first + done) % all.length;
      const piece = Math.min(units - done, all.length - from, 4_096);
      text += String.fromCharCode(...all.subarray(from, from + piece));
      done += piece;
    }
    if (this.#view.getUint8(at + SlotByte.form) === SlotForm.defines) this.#told.push(text);
    return text;
  }

  #intern(text: string): number {
    const index = this.#texts.intern(text);
    if (index === this.#words.length) this.#words.push(text);
    return index;
  }

  #seal(batches: Batch[]): void {
    if (this.#rows === 0) return;
    batches.push({
      producer: this.producer,
      from: this.nextSeq,
      count: this.#rows,
      columns: sliceColumns(this.#columns, this.#rows),
      texts: this.#words,
    });
    this.nextSeq += this.#rows;
    this.#rows = 0;
    this.#texts = new Texts();
    this.#words = [];
  }

  #gap(batches: Batch[], t: number, lane: number, to: number): void {
    this.#seal(batches);
    batches.push(gapBatch(this.producer, this.nextSeq, to, t, lane, reason));
    this.nextSeq = to + 1;
  }
}
