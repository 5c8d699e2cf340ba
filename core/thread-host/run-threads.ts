/**
 * The threads of one run, as the host sees them: the run's memory, the workers in its service, MainThread's start
 * and end. The host only sees to it that workers are booted, and that a worker's death does not leave a join hanging;
 * the threads need it for nothing else.
 * Invariant: each lane that a thread of the run has gets one end, unless the run is stopped: then main ends them.
 */
import { type Outcome, type Parameters, valueSchema } from "../contract/run.ts";
import type { SettledCall, ThreadCall } from "../contract/thread-call.ts";
import { encodeArguments } from "../threading/arguments.ts";
import { switchGilOn } from "../threading/gil.ts";
import { Block, ThreadState } from "../threading/layout.ts";
import { SharedMemory } from "../threading/memory.ts";
import { createThreadBlock } from "../threading/thread-block.ts";
import * as slots from "../threading/worker-slots.ts";
import { cut } from "../trace/adapters/recorded-values.ts";
import type { Batch } from "../trace/batch.ts";
import { type LaneId, noLane, type ProducerId } from "../trace/ids.ts";
import type { TraceWriter } from "../trace/writer.ts";
import type { RunWorker } from "./run-worker.ts";
import { RunWorkers } from "./run-workers.ts";
import { ServedCalls } from "./served-calls.ts";
import { ThreadEnds } from "./thread-ends.ts";
import type { WorkerNews } from "./worker-messages.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Workers that must be parked before the run can start: MainThread's, and one to be started at once. */
const firstWorkers = 2;
/** How long no worker may be parked before one is booted ahead, ms. Not at once: a boot takes a core for a while. */
const shortFor = 250;

export interface RunThreadsOptions {
  readonly lesson: string;
  readonly parameters: Parameters;
  /** The workers' producers are the ones after it. */
  readonly producerBase: ProducerId;
  readonly producers: number;
  /** What MainThread's ident is. */
  readonly identBase: number;
  /** The run's memory; left out, it is made. */
  readonly memory?: SharedMemory;
  readonly pool: WorkerPool;
  /** The host's own words, on the process's lane. */
  readonly writer: TraceWriter;
  readonly processLane: LaneId;
  readonly now: () => number;
  readonly onBatches: (batches: readonly Batch[]) => void;
  /** Whether it has functions called for coroutines, also when its own program has ended or it has none. */
  readonly serves?: boolean;
  readonly onSettled?: (settled: SettledCall) => void;
  /** The run can start; or it has ended already, since its workers can't be booted. */
  readonly onReady: () => void;
  /** MainThread has ended, and so has every thread that it had to wait for. */
  readonly onEnded: (outcome: Outcome) => void;
}

export class RunThreads {
  readonly memory: SharedMemory;
  readonly #options: RunThreadsOptions;
  readonly #workers: RunWorkers;
  readonly #ends: ThreadEnds;
  readonly #calls: ServedCalls;
  /** Address of MainThread's block. */
  readonly main: number;
  #isReady = false;
  #isStarted = false;
  #outcome: Outcome | undefined;
  #shortSince = Number.NaN;

  constructor(options: RunThreadsOptions) {
    this.#options = options;
    this.memory = options.memory ?? SharedMemory.create(options.identBase);
    const args = encodeArguments([options.parameters]);
    const main = { target: "", args, name: "MainThread", daemon: false, lane: noLane };
    this.main = createThreadBlock(this.memory, main);
    this.#ends = new ThreadEnds(this.memory, options.writer, options.now);
    this.#workers = new RunWorkers(this.memory, options, {
      parked: () => this.#parked(),
      ended: (worker, news) => this.#threadEnded(worker, news),
      died: (worker, thread, reason) => this.#died(worker, thread, reason),
    });
    const { writer, processLane, now, onSettled = () => {} } = options;
    this.#calls = new ServedCalls({
      memory: this.memory,
      writer,
      processLane,
      now,
      employ: () => this.#workers.employ(),
      coming: () => this.#workers.coming,
      onSettled,
    });
  }

  /** Has a function called in a thread of its own; `onSettled` follows. */
  call(call: ThreadCall): void {
    this.#calls.begin(call);
  }

  /** Takes the first workers into service; `onReady` follows. */
  prepare(): void {
    const first = Math.max(firstWorkers, this.#options.pool.idle);
    for (let i = 0; i < first; i++) this.#workers.employ();
  }

  /** Starts MainThread, if the run has a program of threads. */
  start(program = true): void {
    if (this.#outcome !== undefined) {
      this.#options.onEnded(this.#outcome);
      return;
    }
    const { writer, processLane, now, parameters } = this.#options;
    this.#isStarted = true;
    if (parameters["gil"] === "on") {
      switchGilOn(this.memory, writer.laneCreated(now(), "lock", "threads", "GIL", processLane, processLane));
    }
    if (!program) return;
    const lane = writer.laneCreated(now(), "thread", "threads", "MainThread", processLane, processLane);
    this.memory.store(this.main + Block.lane, lane);
    this.memory.store(this.main + Block.state, ThreadState.starting);
    writer.laneStarted(now(), lane);
    const slot = slots.tryClaimWorker(this.memory);
    if (slot < 0) this.#fail(this.main, "no worker thread was ready to run it: run again");
    else slots.assignWorker(this.memory, slot, this.main);
  }

  /** Passes on what the threads have written since the last time. */
  read(): void {
    for (const worker of this.#workers.all) this.#readWorker(worker);
  }

  /** Boots a worker for each start that waits for one, and one more, since starts come in rows; else keeps one spare. */
  tend(): void {
    if (this.#outcome !== undefined && this.#options.serves !== true) return;
    this.#calls.tend();
    const wanted = slots.workersWanted(this.memory);
    if (wanted > 0) {
      for (let i = this.#workers.coming; i <= wanted; i++) this.#workers.employ();
      return;
    }
    if (this.#workers.coming > 0 || this.#workers.parked > 0) this.#shortSince = Number.NaN;
    else if (Number.isNaN(this.#shortSince)) this.#shortSince = this.#options.now();
    else if (this.#options.now() - this.#shortSince >= shortFor * 1_000) this.#workers.employ();
  }

  /** Ends every worker, wherever it is; those that no thread needed go back to the pool. */
  close(): void {
    this.#workers.close();
  }

  /** Whether a thread that was to be ended might still write. */
  get isEnding(): boolean {
    return this.#workers.isEnding;
  }

  /** After `close`, when the program has ended: daemon threads, and threads never started, end with it. */
  endRest(): void {
    this.read();
    this.#ends.endRest();
  }

  #readWorker(worker: RunWorker): void {
    const batches = worker.read();
    if (batches.length === 0) return;
    this.#ends.see(batches);
    this.#options.onBatches(batches);
  }

  #parked(): void {
    if (this.#isStarted) this.#calls.tend();
    if (this.#isReady || this.#workers.parked < firstWorkers) return;
    this.#isReady = true;
    this.#options.onReady();
  }

  #threadEnded(worker: RunWorker, news: Extract<WorkerNews, { type: "ended" }>): void {
    this.#readWorker(worker);
    const thread = slots.assignedThread(this.memory, worker.slot);
    if (thread === this.main) this.#end(outcomeOf(news));
    else this.#calls.ended(thread, news);
  }

  #died(worker: RunWorker, thread: number, reason: string): void {
    this.#readWorker(worker);
    if (this.#outcome !== undefined && this.#options.serves !== true) return;
    if (thread !== 0) this.#fail(thread, `its worker thread died: ${reason}`);
    else if (!this.#isReady) this.#end({ how: "raised", error: cut(`a worker thread can't be booted: ${reason}`) });
  }

  /** A thread that can't end by itself any more. */
  #fail(thread: number, error: string): void {
    this.#ends.fail(thread, cut(error));
    if (thread === this.main) this.#end({ how: "raised", error: cut(error) });
    else this.#calls.failed(thread, cut(error));
  }

  #end(outcome: Outcome): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    if (this.#isStarted) {
      this.#options.onEnded(outcome);
    } else {
      this.#isReady = true;
      this.#options.onReady();
    }
  }
}

function outcomeOf(news: Extract<WorkerNews, { type: "ended" }>): Outcome {
  if (news.how === "raised") return { how: "raised", error: news.error };
  return { how: "returned", value: valueSchema.parse(news.value) };
}
