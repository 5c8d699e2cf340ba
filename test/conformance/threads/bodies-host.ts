/**
 * Runs thread scenarios on the product's own thread host: its pool of workers, its memory, its trace; only the channel to
 * main is left out. One scenario at a time.
 */
import { Worker } from "node:worker_threads";
import { tieToHrtime } from "../../../core/thread-host/hrtime-clock.ts";
import { RunThreads } from "../../../core/thread-host/run-threads.ts";
import { WorkerPool } from "../../../core/thread-host/worker-pool.ts";
import { enterContext, type ThreadContext } from "../../../core/threading/context.ts";
import { SharedMemory } from "../../../core/threading/memory.ts";
import { sharedKinds } from "../../../core/threading/shared-kinds.ts";
import { laneOf, producerId } from "../../../core/trace/ids.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";
import type { Json } from "../json.ts";
import { ScenarioObjects } from "./scenario-objects.ts";
import { encode } from "./scenario-values.ts";
import { createLog, type Logged, readLog } from "./shared-log.ts";

const producer = producerId(16);
const tendEvery = 4;
const identBase = 2 ** 47 - 4_096;

/** What a scenario left. */
export interface BodiesResult extends Logged {
  readonly outcome: {
    readonly main: Json;
    readonly cells: Json;
    readonly unfinished: readonly string[];
    readonly hung: boolean;
  };
}

export class BodiesHost {
  readonly #now = tieToHrtime(() => performance.now(), process.hrtime.bigint);
  readonly #pool: WorkerPool;
  readonly #workers = new Set<Worker>();

  /** `workerFile`: the bundled entry of the workers. */
  constructor(workerFile: string) {
    this.#pool = new WorkerPool((boot, news, gone) => {
      const worker = new Worker(workerFile, { workerData: boot });
      this.#workers.add(worker);
      worker.on("message", news);
      let reason = "it ended";
      worker.on("error", (error: Error) => {
        reason = error.message;
      });
      worker.on("exit", () => {
        this.#workers.delete(worker);
        gone(reason);
      });
      return { post: (adoption) => worker.postMessage(adoption), terminate: () => void worker.terminate() };
    }, 6);
    this.#pool.warm();
  }

  /** Runs a scenario's file, to its end or to its limit in ms, with the GIL or without. */
  async run(file: string, limit: number, gil: "on" | "off"): Promise<BodiesResult> {
    const processLane = laneOf(producer, 0);
    const writer = new TraceWriter(producer, new Recorder({ producer }));
    let begin = () => {};
    let end = () => {};
    const isReady = new Promise<void>((resolve) => (begin = resolve));
    const hasEnded = new Promise<boolean>((resolve) => (end = () => resolve(false)));
    const memory = SharedMemory.create(identBase);
    const root = createLog(memory);
    const threads: RunThreads = new RunThreads({
      lesson: file,
      parameters: { root, gil },
      memory,
      producerBase: producer,
      producers: 1_000,
      identBase,
      pool: this.#pool,
      writer,
      processLane,
      now: this.#now,
      onBatches: () => {},
      onReady: begin,
      onEnded: end,
    });
    threads.prepare();
    await isReady;
    threads.start();
    const tending = setInterval(() => {
      threads.tend();
      threads.read();
    }, tendEvery);
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const isLate = new Promise<boolean>((resolve) => (watchdog = setTimeout(() => resolve(true), limit)));
    const hung = await Promise.race([hasEnded, isLate]);
    clearTimeout(watchdog);
    clearInterval(tending);
    const logged = readLog(memory, root);
    threads.close();
    this.#pool.warm();
    return { ...logged, outcome: { ...outcomeOf(logged), cells: this.#cells(threads, root), hung } };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #cells({ memory, main }: RunThreads, root: number): Json {
    const program = { id: "host", module: {}, main: () => null };
    const context: ThreadContext = {
      memory,
      thread: main,
      observer: null,
      now: this.#now,
      program,
      kinds: sharedKinds,
      handles: new Map(),
    };
    const before = enterContext(context);
    try {
      return encode(Object.fromEntries(new ScenarioObjects(root).cells()));
    } finally {
      enterContext(before);
    }
  }
}

function outcomeOf({ strands }: Logged): { readonly main: Json; readonly unfinished: readonly string[] } {
  const count = (events: Logged["strands"] extends ReadonlyMap<string, infer Events> ? Events : never, kind: string) =>
    events.filter((event) => event[2] === kind).length;
  const unfinished = [...strands].filter(([, events]) => count(events, "start") > count(events, "end"));
  const end = strands.get("main")?.find((event) => event[2] === "end");
  return { main: end?.[3] ?? null, unfinished: unfinished.map(([name]) => name).toSorted() };
}
