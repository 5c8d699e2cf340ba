/**
 * Has a recording written by a worker thread: a long recording must not hold up main, which answers pings and hears
 * Stop meanwhile.
 */
import { Worker } from "node:worker_threads";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import type { ExportOrder, ExportResult } from "./export-worker.ts";

/**
 * Writes the recording of `order` with the worker at `file`. Tells what is not in it, since it could not be read back.
 * Rejects with an Error that says why it was not written.
 */
export function writeExport(file: string, order: ExportOrder): Promise<JournalLoss | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: order, env: {}, name: "export" });
    worker.once("message", ({ problem, loss }: ExportResult) => {
      if (problem === undefined) resolve(loss);
      else reject(new Error(problem));
    });
    worker.once("error", reject);
    worker.once("exit", (code) =>
      reject(new Error(`the export ended with code ${code} before it had written the file`)),
    );
  });
}
