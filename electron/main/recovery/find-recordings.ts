/**
 * Has a worker thread look for what died processes left behind: a long journal must not hold up main, nor its window.
 */
import { Worker } from "node:worker_threads";
import type { RecoveryNews, RecoveryOrder } from "./recover-worker.ts";

/** Carries out `order` with the worker at `file`. `onNews` is told of each thing as it is found. */
export function findRecordings(file: string, order: RecoveryOrder, onNews: (news: RecoveryNews) => void): void {
  const worker = new Worker(file, { workerData: order, name: "recover" });
  const failed = (reason: string): void => onNews({ type: "note", line: `looking for recordings failed: ${reason}` });
  worker.on("message", onNews);
  worker.on("error", (error) => failed(error.message));
  // The app may end before it has looked through everything: the next start will.
  worker.unref();
}
