/**
 * The product's thread host with the channel to main left out: its pool of workers, its memory, its trace. Invariant: one
 * run at a time, and each is ended before the next begins.
 */
import type { Outcome, Parameters } from "../../../core/contract/run.ts";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import { RunThreads } from "../../../core/thread-host/run-threads.ts";
import { WorkerPool } from "../../../core/thread-host/worker-pool.ts";
import { SharedMemory } from "../../../core/threading/memory.ts";
import { laneOf, producerId } from "../../../core/trace/ids.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";
import { workersFrom } from "../../../electron/node/worker-boot.ts";

const producer = producerId(16);
/** As the thread host, ms. */
const tendEvery = 4;
const spares = 6;
const identBase = 2 ** 47 - 4_096;

/** A run that has begun. */
export interface BegunRun {
  readonly threads: RunThreads;
  readonly ended: Promise<Outcome>;
  /** Takes what is left of it away, and boots workers for the next. */
  readonly close: () => void;
}

/** Fresh memory for a run. */
export function createRunMemory(): SharedMemory {
  return SharedMemory.create(identBase);
}

export class HostWithoutMain {
  readonly now = tieToHrtime(() => performance.now(), process.hrtime.bigint);
  readonly #pool: WorkerPool;
  readonly #workers = new Set<{ terminate(): void }>();

  /** `workerFile`: the bundled entry of the workers. */
  constructor(workerFile: string) {
    const bootWorker = workersFrom(workerFile);
    this.#pool = new WorkerPool((boot, news, gone) => {
      const worker = bootWorker(boot, news, (reason) => {
        this.#workers.delete(worker);
        gone(reason);
      });
      this.#workers.add(worker);
      return worker;
    }, spares);
    this.#pool.warm();
  }

  /** Begins a run of the program that the workers know as `lesson`. */
  async begin(lesson: string, parameters: Parameters, memory = createRunMemory()): Promise<BegunRun> {
    let ready = () => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    let end: (outcome: Outcome) => void = () => {};
    const ended = new Promise<Outcome>((resolve) => (end = resolve));
    const threads: RunThreads = new RunThreads({
      lesson,
      parameters,
      memory,
      producerBase: producer,
      producers: 1_000,
      identBase,
      pool: this.#pool,
      writer: new TraceWriter(producer, new Recorder({ producer })),
      processLane: laneOf(producer, 0),
      now: this.now,
      onBatches: () => {},
      onReady: ready,
      onEnded: end,
    });
    threads.prepare();
    await isReady;
    threads.start();
    const tending = setInterval(() => {
      threads.tend();
      threads.read();
    }, tendEvery);
    const close = () => {
      clearInterval(tending);
      threads.close();
      this.#pool.warm();
    };
    return { threads, ended, close };
  }

  /** Ends the workers that are there. */
  close(): void {
    for (const worker of this.#workers) worker.terminate();
  }
}
