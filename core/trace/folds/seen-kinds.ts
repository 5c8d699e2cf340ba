/**
 * Fold: which kinds of event have come, and with which of their words, so that a legend explains what there is and nothing
 * else.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";

/** Kinds whose word is told apart: why a lane waits, how it ended, which stream was written to. */
const worded: ReadonlySet<number> = new Set([Code.wait, Code.laneEnded, Code.output]);
/** No kind has more words, and there are no more kinds. */
const wordsAtMost = 16;
const kindsAtMost = 64;

export class SeenKindFold {
  readonly #seen = new Uint8Array(kindsAtMost * wordsAtMost);

  /** Whether an event of that kind has come; with that word, when one is given. */
  has(kind: number, word?: number): boolean {
    const first = kind * wordsAtMost;
    if (word !== undefined) return this.#seen[first + word] === 1;
    return this.#seen.subarray(first, first + wordsAtMost).includes(1);
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    this.#seen[kind * wordsAtMost + (worded.has(kind) ? table.code(row) : 0)] = 1;
  }
}
