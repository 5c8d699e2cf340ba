/**
 * A wire over a worker thread of this process, seen from the thread that started it.
 */
import type { Worker } from "node:worker_threads";
import type { Wire } from "../../core/contract/channel.ts";

/** The near end; `close` ends the worker. */
export function workerWire(worker: Worker): Wire {
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => void worker.on("message", listener),
    close: () => void worker.terminate(),
  };
}
