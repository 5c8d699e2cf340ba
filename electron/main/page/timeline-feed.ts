/**
 * Feeds the timeline worker the recording as it grows. A worker that comes late (the page was loaded again) or falls
 * behind is fed from the journal: read from its start, in chunks, up to where it ends at that moment; from then on
 * live again. So main holds no copy of the recording, and a stalled page costs it no memory.
 * Invariants: a worker gets each batch of the present recording once and in order; the change from reading to live
 * happens in the turn in which the journal gave nothing more, so no batch falls between.
 */
import { Channel, type Wire } from "../../../core/contract/channel.ts";
import type { PayloadOf } from "../../../core/contract/envelope.ts";
import { fromTimeline, toTimeline } from "../../../core/contract/timeline-protocol.ts";
import type { RecordingFeed, RecordingStart } from "../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../core/trace/batch.ts";

/** Reads the batches of a growing journal from its start, stamps aligned. */
export interface JournalCursor {
  /** The next few batches; none when there are no more for now. */
  read(): readonly Batch[];
  close(): void;
}

/** What the timeline is told when a recording begins. */
export type FeedStart = PayloadOf<typeof toTimeline, "begin">;

/** A recording that has ended, to be shown again from its journal. */
export interface EndedRecording {
  readonly start: FeedStart;
  /** µs since the origin. */
  readonly end: number;
  readonly dropped: number;
  /** Bound on the clocks' error, µs; undefined when nothing is known. */
  readonly errorUs: number | undefined;
}

export interface TimelineFeedOptions {
  /** A cursor over the journal of the recording of that number. */
  readonly openCursor: (run: number) => JournalCursor;
  /** Does `action` in a later turn. */
  readonly later: (action: () => void) => void;
  readonly onRefused: (reason: string) => void;
}

/** Rows sent and not yet taken in before the worker counts as behind: about 12 MB. */
const rowsAhead = 262_144;

type TimelineChannel = Channel<typeof toTimeline, typeof fromTimeline>;

export class TimelineFeed implements RecordingFeed {
  readonly #options: TimelineFeedOptions;
  #start: FeedStart | undefined;
  #end: { readonly end: number; readonly dropped: number } | undefined;
  #errorUs: number | undefined;
  #channel: TimelineChannel | undefined;
  #wire: Wire | undefined;
  #cursor: JournalCursor | undefined;
  #batchesSent = 0;
  #rowsSent = 0;
  #rowsTaken = 0;
  #isWaiting = false;

  constructor(options: TimelineFeedOptions) {
    this.#options = options;
  }

  /** A timeline worker listens on this wire: it gets the present recording from its start. */
  connect(wire: Wire): void {
    this.#channel?.close();
    this.#wire = wire;
    this.#channel = new Channel({
      name: "main ⇄ timeline",
      wire,
      outgoing: toTimeline,
      incoming: fromTimeline,
      handlers: { taken: ({ run, events }) => this.#onTaken(run, events) },
      onRefused: this.#options.onRefused,
    });
    if (this.#start === undefined) return;
    this.#announce(this.#start);
    this.#catchUp(this.#start);
  }

  /** The worker behind that wire is gone; nothing happens when another one has come in its place. */
  disconnect(wire: Wire): void {
    if (this.#wire !== wire) return;
    this.#channel?.close();
    this.#channel = undefined;
    this.#closeCursor();
  }

  begin({ run, lesson, modes, parameters }: RecordingStart): void {
    this.#begin({ run, lesson, modes: [...modes], parameters });
  }

  /** Shows a recording that has ended: a file, or an earlier one. Nothing may be recorded meanwhile. */
  show({ start, end, dropped, errorUs }: EndedRecording): void {
    this.#begin(start);
    this.#end = { end, dropped };
    this.#errorUs = errorUs;
    if (this.#channel !== undefined) this.#catchUp(start);
  }

  batch(batch: Batch): void {
    if (this.#cursor !== undefined || this.#start === undefined) return;
    this.#send(this.#start, batch);
    if (this.#isBehind) this.#catchUp(this.#start, this.#batchesSent);
  }

  alignment(errorUs: number): void {
    this.#errorUs = errorUs;
    if (this.#cursor === undefined) this.#sendAlignment();
  }

  end(end: number, dropped: number): void {
    this.#end = { end, dropped };
    if (this.#cursor === undefined) this.#sendEnd();
  }

  get #isBehind(): boolean {
    return this.#rowsSent - this.#rowsTaken > rowsAhead;
  }

  #begin(start: FeedStart): void {
    this.#closeCursor();
    this.#start = start;
    this.#end = undefined;
    this.#errorUs = undefined;
    this.#announce(start);
  }

  #announce(start: FeedStart): void {
    this.#batchesSent = 0;
    this.#rowsSent = 0;
    this.#rowsTaken = 0;
    this.#channel?.send("begin", start);
  }

  #send(start: FeedStart, batch: Batch): void {
    if (this.#channel === undefined) return;
    this.#batchesSent += 1;
    this.#rowsSent += batch.count;
    this.#channel.send("batch", { run: start.run, batch });
  }

  #sendAlignment(): void {
    if (this.#start === undefined || this.#errorUs === undefined || !Number.isFinite(this.#errorUs)) return;
    this.#channel?.send("alignment", { run: this.#start.run, errorUs: this.#errorUs });
  }

  #sendEnd(): void {
    if (this.#start !== undefined && this.#end !== undefined) {
      this.#channel?.send("end", { run: this.#start.run, ...this.#end });
    }
  }

  #onTaken(run: number, rows: number): void {
    if (run !== this.#start?.run) return;
    this.#rowsTaken = Math.min(rows, this.#rowsSent);
    if (this.#isWaiting && !this.#isBehind && this.#cursor !== undefined) this.#readOn(this.#cursor, 0);
  }

  /** Reads the journal from its start, and sends what comes after the first `skip` batches. */
  #catchUp(start: FeedStart, skip = 0): void {
    this.#closeCursor();
    this.#cursor = this.#options.openCursor(start.run);
    this.#readOn(this.#cursor, skip);
  }

  #readOn(cursor: JournalCursor, skip: number): void {
    const start = this.#start;
    if (this.#cursor !== cursor || start === undefined) return;
    this.#isWaiting = skip === 0 && this.#isBehind;
    if (this.#isWaiting) return;
    const batches = cursor.read();
    for (const batch of batches.slice(skip)) this.#send(start, batch);
    if (batches.length > 0) {
      this.#options.later(() => this.#readOn(cursor, Math.max(0, skip - batches.length)));
      return;
    }
    this.#closeCursor();
    this.#sendAlignment();
    this.#sendEnd();
  }

  #closeCursor(): void {
    this.#cursor?.close();
    this.#cursor = undefined;
    this.#isWaiting = false;
  }
}
