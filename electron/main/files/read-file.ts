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

/** What to read, and the journal to make of it; both absolute. */
export type ReadOrder = Omit<OpenOrder, "giveUp">;

/** Reads the file of `order` with the worker at `file`. `onProgress`: bytes read, and those there are. */
export function readFile(file: string, order: ReadOrder, onProgress: (read: number, size: number) => void): Reading {
  const giveUp = new Int32Array(new SharedArrayBuffer(4));
  const workerData: OpenOrder = { ...order, giveUp: giveUp.buffer };
  const worker = new Worker(file, { workerData, env: {}, name: "open" });
  const isGivenUp = (): boolean => Atomics.load(giveUp, 0) !== 0;
  const forget = (): void => rmSync(order.journal, { force: true });
  let cancel = (): void => {};
  const done = new Promise<ReadFile | undefined>((resolve, reject) => {
    cancel = () => {
      Atomics.store(giveUp, 0, 1);
      resolve(undefined);
    };
    worker.on("message", (news: OpenNews) => {
      if (news.type === "progress") onProgress(news.read, news.size);
      else if (news.type === "refused") reject(new Error(news.reason));
      else if (isGivenUp()) forget();
      else resolve(news.file);
    });
    worker.once("error", (error) => {
      forget();
      reject(error);
    });
    worker.once("exit", (code) => reject(new Error(`reading ended with code ${code}`)));
  });
  return { done, cancel };
}
