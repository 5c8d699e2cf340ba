/**
 * A whole journal, read to its end or to its damage, as a recording in order of time; and what of it could not be read
 * back, which the recording itself says, too: each producer's missing numbers are a gap.
 */
import type { Committed } from "./committed.ts";
import type { JournalDamage } from "./journal-reader.ts";
import { JournalReader } from "./journal-reader.ts";
import { type BuiltRecording, RecordingBuilder, type Unended } from "./recording-builder.ts";

/** Events that were committed and are not in what was read. */
export interface JournalLoss {
  readonly events: number;
  /** Of so many that were committed. */
  readonly of: number;
  /** Where reading stopped, and why. */
  readonly damage: JournalDamage;
}

/** `whole`: all that was committed is in the recording. A reader of `damaged` has to tell what is lost. */
export type JournalRecording =
  | { readonly kind: "whole"; readonly recording: BuiltRecording }
  | { readonly kind: "damaged"; readonly recording: BuiltRecording; readonly loss: JournalLoss };

/**
 * `committed`: what the journal is known to hold. One that still grows may end inside a record: that is no loss. @throws
 * Error for a journal without even its first record, where nothing else tells what that says.
 */
export function recordingFromJournal(
  pieces: Iterable<Uint8Array>,
  unended: Unended,
  committed: Committed,
): JournalRecording {
  const reader = new JournalReader();
  const builder = new RecordingBuilder();
  for (const piece of pieces) for (const entry of reader.push(piece)) builder.add(entry);
  const events = committed.events - builder.rows;
  const damage = reader.whyEnded;
  builder.fillUpTo(
    committed,
    events > 0 ? `the journal was damaged on the disk: ${damage.reason}` : "the disk took no more of the journal",
  );
  if (events <= 0) return { kind: "whole", recording: builder.build(unended) };
  // Where nobody knows whose the lost ones were, each producer's tail is unknown, as after a death.
  const recording = builder.build(committed.producers.length > 0 ? unended : "died");
  return { kind: "damaged", recording, loss: { events, of: committed.events, damage } };
}
