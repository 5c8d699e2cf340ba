/**
 * Has a file read by a worker thread: a long or hostile one must not hold up main.
 */
import { rmSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { OpenNews, OpenOrder, ReadFile } from "./open-worker.ts";

/** A file that is being read. */
export interface Reading {
  /** Rejects with an Error that says why the file can't be read; undefined when reading was cancelled. */
  readonly done: Promise<ReadFile | undefined>;
  cancel(): void;
}

/** Reads the file of `order` with the worker at `file`. `onProgress`: bytes read, and those there are. */
export function readFile(file: string, order: OpenOrder, onProgress: (read: number, size: number) => void): Reading {
  const worker = new Worker(file, { workerData: order, env: {}, name: "open" });
  let isCancelled = false;
  const done = new Promise<ReadFile | undefined>((resolve, reject) => {
    worker.on("message", (news: OpenNews) => {
      if (news.type === "progress") onProgress(news.read, news.size);
      else if (news.type === "done") resolve(news.file);
      else reject(new Error(news.reason));
    });
    worker.once("error", (error) => {
      rmSync(order.journal, { force: true });
      reject(error);
    });
    worker.once("exit", (code) => {
      if (!isCancelled) reject(new Error(`reading ended with code ${code}`));
      else rmSync(order.journal, { force: true });
      resolve(undefined);
    });
  });
  return {
    done,
    cancel: () => {
      isCancelled = true;
      void worker.terminate();
    },
  };
}
