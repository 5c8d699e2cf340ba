/**
 * A whole journal, read to its end or to its damage, as a recording in order of time.
 */
import type { JournalDamage } from "./journal-reader.ts";
import { JournalReader } from "./journal-reader.ts";
import { type BuiltRecording, RecordingBuilder, type Unended } from "./recording-builder.ts";

export interface SalvagedRecording {
  readonly recording: BuiltRecording;
  /** Where the journal's whole records end before its bytes do: natural while it is being written. */
  readonly damage: JournalDamage | undefined;
}

/** @throws Error for a journal without even its first record. */
export function recordingFromJournal(pieces: Iterable<Uint8Array>, unended: Unended): SalvagedRecording {
  const reader = new JournalReader();
  const builder = new RecordingBuilder();
  for (const piece of pieces) for (const entry of reader.push(piece)) builder.add(entry);
  const damage = reader.end();
  return { recording: builder.build(unended), damage };
}
