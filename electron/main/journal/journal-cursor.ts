/**
 * Reads the journal that main is writing, from its start, in pieces small enough not to hold main up, with stamps
 * aligned as they were when they came. It reads synchronously: appends are synchronous too and on the same thread, so
 * "there is no more" holds until the turn ends.
 */
import { closeSync, openSync, readSync } from "node:fs";
import type { JournalEntry } from "../../../core/journal/journal-entry.ts";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { BatchAligner } from "../../../core/runs/batch-aligner.ts";
import type { ClockAlignment } from "../../../core/runs/clock-alignment.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import type { ProducerId } from "../../../core/trace/ids.ts";
import type { JournalCursor } from "../page/timeline-feed.ts";

const pieceBytes = 256 * 1_024;

class FileCursor implements JournalCursor {
  readonly #file: number;
  readonly #createAlignment: () => ClockAlignment;
  readonly #reader = new JournalReader();
  readonly #piece = new Uint8Array(pieceBytes);
  readonly #clocks = new Map<ProducerId, number>();
  #aligner: BatchAligner | undefined;

  constructor(path: string, createAlignment: () => ClockAlignment) {
    this.#file = openSync(path, "r");
    this.#createAlignment = createAlignment;
  }

  read(): readonly Batch[] {
    for (;;) {
      const size = readSync(this.#file, this.#piece);
      if (size === 0) return [];
      const batches = this.#reader.push(this.#piece.subarray(0, size)).flatMap((entry) => this.#take(entry));
      if (batches.length > 0) return batches;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #take(entry: JournalEntry): readonly Batch[] {
    if (entry.type === "start") this.#aligner = new BatchAligner(entry.start.origin, this.#createAlignment);
    if (entry.type === "producer") this.#clocks.set(entry.producer.id, entry.producer.clock);
    if (entry.type !== "batch" || this.#aligner === undefined) return [];
    return [this.#aligner.align(entry.batch, this.#clocks.get(entry.batch.producer) ?? 0)];
  }
}

/** What is read when nothing can be. */
export const emptyCursor: JournalCursor = { read: () => [], close: () => {} };

/**
 * A cursor at the beginning of the journal at `path`. A disk that can't be read ends it there, and `onProblem` is told
 * why: what is missing is missing from a picture, and is no reason for main to die.
 */
export function openJournalCursor(
  path: string,
  createAlignment: () => ClockAlignment,
  onProblem: (reason: string) => void,
): JournalCursor {
  const attempt = <T>(action: () => T, otherwise: T): T => {
    try {
      return action();
    } catch (error) {
      onProblem(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
      return otherwise;
    }
  };
  const cursor = attempt<JournalCursor>(() => new FileCursor(path, createAlignment), emptyCursor);
  return { read: () => attempt(() => cursor.read(), []), close: () => cursor.close() };
}
