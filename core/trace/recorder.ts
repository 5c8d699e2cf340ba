/**
 * A producer's own writer: rows into columns made beforehand, handed out as batches, kept until main
 * acknowledges them. Invariants: numbers are 0, 1, 2, …; a full recorder drops and counts, it never grows
 * and never blocks; what was dropped becomes one `gap` row at the next chance.
 * Hot path: `write` makes no object.
 */
import type { Batch } from "./batch.ts";
import { blankRows, type Columns, createColumns, type EventSink, sliceColumns } from "./columns.ts";
import { gapBatch } from "./gap.ts";
import { noLane, noProducer, type ProducerId } from "./ids.ts";

/** About 5 MB at the usual capacity. */
const mostSpare = 16;

export interface RecorderOptions {
  readonly producer: ProducerId;
  /** Rows it holds between two flushes. */
  readonly capacity?: number;
  /** Batches it keeps unacknowledged before it begins to drop. */
  readonly unacknowledged?: number;
  /**
   * Whether whoever sends the batches copies them, as a port does: columns are then written to again once acknowledged.
   * To make them anew costs more than to write them.
   */
  readonly copiedWhenSent?: boolean;
  /** Told once when the first row after a flush is written: time to arrange the next flush. */
  readonly onFirstRow?: () => void;
}

export class Recorder implements EventSink {
  readonly producer: ProducerId;
  /** Events dropped so far. */
  dropped = 0;
  nextSeq = 0;
  readonly #capacity: number;
  readonly #limit: number;
  /** How many acknowledged columns it may keep to write to again. */
  readonly #mostSpare: number;
  readonly #spare: Columns[] = [];
  readonly #onFirstRow: (() => void) | undefined;
  /** Blank from `#rows` on. */
  #columns: Columns;
  readonly #kept: Batch[] = [];
  readonly #outbox: Batch[] = [];
  #texts: string[] = [];
  #rows = 0;
  #from = 0;
  #gapFrom = -1;
  #gapLane = 0;
  #gapTime = 0;

  constructor(options: RecorderOptions) {
    this.producer = options.producer;
    this.#capacity = options.capacity ?? 8_192;
    this.#limit = options.unacknowledged ?? 256;
    this.#mostSpare = options.copiedWhenSent === true ? mostSpare : 0;
    this.#onFirstRow = options.onFirstRow;
    this.#columns = createColumns(this.#capacity);
    blankRows(this.#columns, this.#capacity);
  }

  write(
    kind: number,
    t: number,
    lane: number,
    code: number,
    other: number,
    causeProducer: number,
    causeSeq: number,
    idProducer: number,
    idSeq: number,
    n: number,
    text: string,
  ): number {
    const seq = this.nextSeq++;
    if (this.#rows === this.#capacity) this.#seal();
    if (this.#rows === 0 && !this.#opened(seq, t, lane)) return seq;
    const row = this.#rows++;
    const columns = this.#columns;
    columns.kind[row] = kind;
    columns.t[row] = t;
    columns.lane[row] = lane;
    // The rest is blank already, and in most rows stays so: a test costs less than a store.
    if (code !== 0) columns.code[row] = code;
    if (other !== noLane) columns.other[row] = other;
    if (causeProducer !== noProducer) {
      columns.causeProducer[row] = causeProducer;
      columns.causeSeq[row] = causeSeq;
    }
    if (idProducer !== noProducer) {
      columns.idProducer[row] = idProducer;
      columns.idSeq[row] = idSeq;
    }
    if (!Number.isNaN(n)) columns.n[row] = n;
    if (text !== "") columns.text[row] = this.#texts.push(text) - 1;
    if (row === 0) this.#onFirstRow?.();
    return seq;
  }

  /** What has been written since the last call, as batches; each is kept until `acknowledge`. */
  flush(): readonly Batch[] {
    if (this.#kept.length + this.#outbox.length < this.#limit) this.#closeGap(this.nextSeq);
    return this.#flush();
  }

  /**
   * The rest, when nothing more will be written: also the gap of what was dropped last, however little main acknowledges, as
   * main could only guess why those numbers never came.
   */
  close(): readonly Batch[] {
    this.#closeGap(this.nextSeq);
    return this.#flush();
  }

  #flush(): readonly Batch[] {
    this.#seal();
    const batches = this.#outbox.splice(0);
    this.#kept.push(...batches);
    return batches;
  }

  /** Main has committed every event of this producer below `next`. */
  acknowledge(next: number): void {
    let done = 0;
    for (const batch of this.#kept) {
      if (batch.from + batch.count > next) break;
      done += 1;
    }
    for (const { columns, count } of this.#kept.splice(0, done)) {
      if (count === this.#capacity && this.#spare.length < this.#mostSpare) this.#spare.push(columns);
    }
  }

  /** Batches sent and not acknowledged: what to send again to a main that lost them. */
  get unacknowledged(): readonly Batch[] {
    return this.#kept;
  }

  /** The first row of a batch: whether there is room for one, as main has not acknowledged too many. */
  #opened(seq: number, t: number, lane: number): boolean {
    if (this.#kept.length + this.#outbox.length >= this.#limit) {
      this.#drop(seq, t, lane);
      return false;
    }
    this.#closeGap(seq);
    return true;
  }

  #drop(seq: number, t: number, lane: number): void {
    this.dropped += 1;
    if (this.#gapFrom >= 0) return;
    this.#gapFrom = seq;
    this.#gapTime = t;
    this.#gapLane = lane;
  }

  /** What was dropped before `next`, if anything was, becomes a gap. */
  #closeGap(next: number): void {
    if (this.#gapFrom < 0) return;
    const reason = "main did not acknowledge in time";
    this.#outbox.push(gapBatch(this.producer, this.#gapFrom, next - 1, this.#gapTime, this.#gapLane, reason));
    this.#gapFrom = -1;
    this.#from = next;
  }

  #seal(): void {
    if (this.#rows === 0) return;
    this.#outbox.push({
      producer: this.producer,
      from: this.#from,
      count: this.#rows,
      columns: this.#takeColumns(),
      texts: this.#texts,
    });
    this.#from += this.#rows;
    this.#rows = 0;
    this.#texts = [];
  }

  /** The rows that are written: columns that are full go as they are, which copies nothing. */
  #takeColumns(): Columns {
    const written = this.#columns;
    if (this.#rows === this.#capacity) {
      this.#columns = this.#spare.pop() ?? createColumns(this.#capacity);
      blankRows(this.#columns, this.#capacity);
      return written;
    }
    const copied = sliceColumns(written, this.#rows);
    blankRows(written, this.#rows);
    return copied;
  }
}
