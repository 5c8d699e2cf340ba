/**
 * Boots worker threads of this process for the thread host.
 */
import { Worker } from "node:worker_threads";
import type { BootWorker } from "../../core/thread-host/booted-worker.ts";

/** Workers that run `file` (absolute path). */
export function workersFrom(file: string): BootWorker {
  return (boot, news, gone) => {
    const worker = new Worker(file, { workerData: boot, execArgv: [] });
    let reason: string | undefined;
    worker.on("message", news);
    worker.on("error", (error) => {
      reason = error.message;
    });
    worker.on("exit", (code) => gone(reason ?? `it ended with code ${code}`));
    return {
      post: (adoption) => worker.postMessage(adoption),
      terminate: () => void worker.terminate(),
    };
  };
}
