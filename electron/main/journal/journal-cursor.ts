/**
 * Reads the journal that main is writing, from its start, in pieces small enough not to hold main up, with stamps
 * aligned as they were when they came. It reads synchronously: appends are synchronous too and on the same thread, so
 * "there is no more" holds until the turn ends; and what is missing by then of all that was committed is lost.
 */
import { closeSync, openSync, readSync } from "node:fs";
import type { Committed } from "../../../core/journal/committed.ts";
import type { JournalEntry } from "../../../core/journal/journal-entry.ts";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import { BatchAligner } from "../../../core/runs/batch-aligner.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import { LiveAlignment } from "../../../core/trace/clock/live-alignment.ts";
import type { ProducerId } from "../../../core/trace/ids.ts";
import type { JournalCursor } from "../page/timeline-feed.ts";

const pieceBytes = 256 * 1_024;

/** A journal that can be read again. */
export interface ReadableJournal {
  /** Absolute. */
  readonly journal: string;
  /** What it is known to hold. */
  readonly committed: () => Pick<Committed, "events">;
}

/** What is told of a journal that does not give back what it holds. Each is told once. */
export interface CursorListener {
  /** The disk can't be read. */
  readonly onUnreadable: (reason: string) => void;
  /** Events that were committed are not in it any more. */
  readonly onLoss: (loss: JournalLoss) => void;
}

class FileCursor implements JournalCursor {
  readonly #file: number;
  readonly #committed: () => Pick<Committed, "events">;
  readonly #onLoss: (loss: JournalLoss) => void;
  readonly #reader = new JournalReader();
  readonly #piece = new Uint8Array(pieceBytes);
  readonly #clocks = new Map<ProducerId, number>();
  #aligner: BatchAligner | undefined;
  #rows = 0;
  #hasToldLoss = false;

  constructor({ journal, committed }: ReadableJournal, onLoss: (loss: JournalLoss) => void) {
    this.#file = openSync(journal, "r");
    this.#committed = committed;
    this.#onLoss = onLoss;
  }

  read(): readonly Batch[] {
    for (;;) {
      const size = readSync(this.#file, this.#piece);
      if (size === 0) return this.#end();
      const batches = this.#reader.push(this.#piece.subarray(0, size)).flatMap((entry) => this.#take(entry));
      if (batches.length > 0) return batches;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #take(entry: JournalEntry): readonly Batch[] {
    if (entry.type === "start") this.#aligner = new BatchAligner(entry.start.origin, () => new LiveAlignment());
    if (entry.type === "producer") this.#clocks.set(entry.producer.id, entry.producer.clock);
    if (entry.type !== "batch" || this.#aligner === undefined) return [];
    this.#rows += entry.batch.count;
    return [this.#aligner.align(entry.batch, this.#clocks.get(entry.batch.producer) ?? 0)];
  }

  #end(): readonly Batch[] {
    const of = this.#committed().events;
    if (this.#rows >= of || this.#hasToldLoss) return [];
    this.#hasToldLoss = true;
    this.#onLoss({ events: of - this.#rows, of, damage: this.#reader.whyEnded });
    return [];
  }
}

/** What is read when nothing can be. */
export const emptyCursor: JournalCursor = { read: () => [], close: () => {} };

/**
 * A cursor at the beginning of `journal`. A disk that can't be read ends it there, and `listener` is told why: what is
 * missing is missing from a picture, and is no reason for main to die.
 */
export function openJournalCursor(journal: ReadableJournal, { onUnreadable, onLoss }: CursorListener): JournalCursor {
  const attempt = <T>(action: () => T, otherwise: T): T => {
    try {
      return action();
    } catch (error) {
      onUnreadable(`${journal.journal} can't be read: ${error instanceof Error ? error.message : String(error)}`);
      return otherwise;
    }
  };
  const cursor = attempt<JournalCursor>(() => new FileCursor(journal, onLoss), emptyCursor);
  return { read: () => attempt(() => cursor.read(), []), close: () => cursor.close() };
}
