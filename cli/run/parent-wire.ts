/**
 * A wire to the thread that started this worker.
 */
import { parentPort } from "node:worker_threads";
import type { Wire } from "../../core/contract/channel.ts";

/** The worker's end. @throws Error when this is no worker. */
export function parentWire(): Wire {
  const port = parentPort;
  if (port === null) throw new Error("this file runs only as a worker thread of the command line");
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => void port.on("message", listener),
    close: () => port.close(),
  };
}
