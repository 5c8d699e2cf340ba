/**
 * The worker thread that writes one export and ends: told what to write by its `workerData`, it posts one result.
 */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "../../../core/contract/schema.ts";
import { exportRecording } from "./export-recording.ts";

const orderSchema = z.strictObject({
  /** The journal, absolute. */
  journal: z.string(),
  /** The file to write; its ending names the format. */
  target: z.string(),
});
export type ExportOrder = z.infer<typeof orderSchema>;

export interface ExportResult {
  /** Why the file was not written. */
  readonly problem?: string;
}

async function carryOut(): Promise<ExportResult> {
  try {
    const { journal, target } = orderSchema.parse(workerData);
    await exportRecording(journal, target);
    return {};
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

void carryOut().then((result) => parentPort?.postMessage(result));
