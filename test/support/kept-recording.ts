/**
 * A recording that was kept in memory, put through the product's own journal and checked: each breach of an invariant,
 * and each lane that has not exactly one end, as a sentence.
 */
import { JournalWriter } from "../../core/journal/journal-writer.ts";
import { recordingFromJournal } from "../../core/journal/recording-from-journal.ts";
import { checkRecording } from "../../core/trace/check/check-recording.ts";
import type { KeptJournal } from "./recorded.ts";

/** What is wrong with what the journal was given; nothing for a run that never began to record. */
export function wrongWith(kept: KeptJournal): readonly string[] {
  if (kept.start === undefined) return [];
  if (kept.ended === undefined) return ["the recording was not ended"];
  const pieces: Uint8Array[] = [];
  const writer = new JournalWriter((bytes) => pieces.push(bytes.slice()), { app: "spinscope 0.0.0", host: {} });
  writer.begin(kept.start);
  for (const producer of kept.producers) writer.producer(producer);
  for (const batch of kept.batches) writer.append(batch);
  writer.end(kept.ended);
  const { recording } = recordingFromJournal(pieces, "running", writer.committed);
  const ends = new Map<number, number>();
  const events = [...recording.events];
  for (const event of events) {
    if (event.kind === "lane.ended") ends.set(event.lane, (ends.get(event.lane) ?? 0) + 1);
  }
  return [
    ...checkRecording({ header: recording.header, events }).breaches.map(
      ({ invariant, sentence }) => `${invariant}: ${sentence}`,
    ),
    ...recording.header.lanes
      .filter(({ id }) => ends.get(id) !== 1)
      .map(({ id, name }) => `lane "${name}" has ${ends.get(id) ?? 0} ends`),
  ];
}
