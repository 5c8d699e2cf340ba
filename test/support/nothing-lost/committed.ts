/**
 * What a journal's bytes commit, read from the bytes alone: per producer the numbers of its events, and the numbers that
 * its gaps say were lost. It is what any later file must still have.
 */
import { readFileSync } from "node:fs";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { Code } from "../../../core/trace/kinds.ts";

/** An event by its name, `producer:number`; a gap is never taken for the event that it stands for. */
export type EventName = `${number}:${number}` | `${number}:${number} gap`;

export interface Committed {
  /** Every event in a whole record, gaps among them. */
  readonly events: ReadonlySet<EventName>;
  /** Whether the recording was ended in it. */
  readonly isEnded: boolean;
  /** Bytes of the whole records. */
  readonly wholeBytes: number;
}

/** The whole records of the journal that these bytes are, as far as they go. */
export function committedIn(bytes: Uint8Array): Committed {
  const reader = new JournalReader();
  const events = new Set<EventName>();
  let isEnded = false;
  for (const entry of reader.push(bytes)) {
    if (entry.type === "end") isEnded = true;
    if (entry.type !== "batch") continue;
    const { producer, from, count, columns } = entry.batch;
    const isGap = columns.kind[0] === Code.gap;
    for (let row = 0; row < count; row++) events.add(isGap ? `${producer}:${from} gap` : `${producer}:${from + row}`);
  }
  return { events, isEnded, wholeBytes: reader.end()?.at ?? bytes.length };
}

/** Those of the journal at `path`, as it is now. */
export function committedAt(path: string): Committed {
  return committedIn(readFileSync(path));
}
