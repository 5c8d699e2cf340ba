/**
 * Runs the benchmark's programs on the product's own thread host: its pool of workers and its memory; only the recording is
 * left out. One program at a time.
 */

import type { Outcome } from "../../../core/contract/run.ts";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import { RunThreads } from "../../../core/thread-host/run-threads.ts";
import { WorkerPool } from "../../../core/thread-host/worker-pool.ts";
import { laneOf, producerId } from "../../../core/trace/ids.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";
import { workersFrom } from "../../../electron/node/worker-boot.ts";

const producer = producerId(16);
/** As the thread host, ms. */
const tendEvery = 4;
const spares = 6;

export class BenchHost {
  readonly #now = tieToHrtime(() => performance.now(), process.hrtime.bigint);
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

  /** Ends the workers that are there. */
  close(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  /** Runs a program, with the GIL or without, and gives its figure. @throws Error when it raises. */
  async measure(program: string, gil: "on" | "off"): Promise<number> {
    let ready = () => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    let end: (outcome: Outcome) => void = () => {};
    const ended = new Promise<Outcome>((resolve) => (end = resolve));
    const threads: RunThreads = new RunThreads({
      lesson: program,
      parameters: { gil },
      producerBase: producer,
      producers: 200,
      identBase: 2 ** 46,
      pool: this.#pool,
      writer: new TraceWriter(producer, new Recorder({ producer })),
      processLane: laneOf(producer, 0),
      now: this.#now,
      onBatches: () => {},
      onReady: ready,
      onEnded: end,
    });
    threads.prepare();
    await isReady;
    threads.start();
    const tending = setInterval(() => threads.tend(), tendEvery);
    const outcome = await ended;
    clearInterval(tending);
    threads.close();
    this.#pool.warm();
    if (typeof outcome.value === "number") return outcome.value;
    throw new Error(`the program "${program}" gave no figure: ${outcome.error ?? outcome.how}`);
  }
}
