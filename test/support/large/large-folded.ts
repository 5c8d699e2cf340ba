/** A large recording as the timeline holds it once its file was read. */
import { RecordingRows } from "../../../core/formats/recording-rows.ts";
import { RowBatches } from "../../../core/journal/row-batches.ts";
import { Recording } from "../../../core/timeline/recording.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import { type LargeOptions, largeRecording } from "./large-recording.ts";

/** Its events in batches, as main sends them. */
export function* largeBatches(options: LargeOptions): Generator<Batch, void> {
  const { header, events } = largeRecording(options);
  const batches = new RowBatches();
  for (const row of new RecordingRows(header).rows(events, {})) yield* batches.add(row);
  yield* batches.flush();
}

/** All of it, at its end. */
export function largeFolded(options: LargeOptions): Recording {
  const recording = new Recording(1, ["threads", "coroutines"], "large.spinscope");
  for (const batch of largeBatches(options)) recording.take(batch, 0);
  recording.finish(0, 0);
  return recording;
}
