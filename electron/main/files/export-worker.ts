/**
 * The worker thread that writes one export and ends: told what to write by its `workerData`, it posts one result.
 */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "../../../core/contract/schema.ts";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import { endInQuiet } from "../../node/end-in-quiet.ts";
import { nodeSaveFiles } from "../../node/node-save-files.ts";
import { whyNotSaved } from "../../node/why-not-saved.ts";
import { notedSaveFiles } from "../recovery/save-note.ts";
import { exportFromSchema } from "./export-from.ts";
import { exportRecording } from "./export-recording.ts";

const orderSchema = z.strictObject({
  from: exportFromSchema,
  /** The file to write; its ending names the format. */
  target: z.string(),
  /** Where to note the draft, absolute. */
  note: z.string(),
});
export type ExportOrder = z.infer<typeof orderSchema>;

export interface ExportResult {
  /** Why the file was not written. */
  readonly problem?: string;
  /** What of the recording could not be read back, and is not in the file that was written. */
  readonly loss?: JournalLoss;
}

function carryOut(): ExportResult {
  try {
    const { from, target, note } = orderSchema.parse(workerData);
    const loss = exportRecording(from, target, notedSaveFiles(nodeSaveFiles, note));
    return loss === undefined ? {} : { loss };
  } catch (error) {
    return { problem: whyNotSaved(error) };
  }
}

parentPort?.postMessage(carryOut());
endInQuiet();
