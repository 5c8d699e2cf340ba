/**
 * The workers in one run's service: which slot and which producer each has, and what becomes of it. Producer ids and
 * slots are given in order; a slot is given again when its worker is gone, a producer id never.
 */
import { workerSlots } from "../threading/layout.ts";
import type { SharedMemory } from "../threading/memory.ts";
import * as slots from "../threading/worker-slots.ts";
import { type LaneId, type ProducerId, producerId } from "../trace/ids.ts";
import { RunWorker } from "./run-worker.ts";
import { isWorkerNews, type WorkerNews } from "./worker-messages.ts";
import type { WorkerPool } from "./worker-pool.ts";

export interface RunWorkersOptions {
  readonly lesson: string;
  readonly producerBase: ProducerId;
  readonly producers: number;
  readonly processLane: LaneId;
  readonly pool: WorkerPool;
}

export interface RunWorkersListener {
  parked(): void;
  ended(worker: RunWorker, news: Extract<WorkerNews, { type: "ended" }>): void;
  /** Without a word. `thread`: the address of what it ran; 0 for nothing. */
  died(worker: RunWorker, thread: number, reason: string): void;
}

export class RunWorkers {
  readonly #memory: SharedMemory;
  readonly #options: RunWorkersOptions;
  readonly #listener: RunWorkersListener;
  readonly #all: RunWorker[] = [];
  readonly #released = new Set<RunWorker>();
  #closed = false;

  constructor(memory: SharedMemory, options: RunWorkersOptions, listener: RunWorkersListener) {
    this.#memory = memory;
    this.#options = options;
    this.#listener = listener;
  }

  get all(): readonly RunWorker[] {
    return this.#all;
  }

  /** Workers that boot, or are on their way to their slot. */
  get coming(): number {
    return this.#all.filter((worker) => !worker.isReady && !worker.booted.isGone).length;
  }

  /** Workers that a start can take now. */
  get parked(): number {
    return this.#all.filter((worker) => this.#isParked(worker)).length;
  }

  /** Whether a thread that was to be ended might still write. */
  get isEnding(): boolean {
    const writes = (worker: RunWorker) => !worker.booted.isGone && !worker.hasEnded && !this.#released.has(worker);
    return this.#closed && this.#all.some(writes);
  }

  /** Takes one more worker into service; when the run has used up its producers or slots, starts fail from now on. */
  employ(): void {
    const { pool, producerBase, producers, processLane, lesson } = this.#options;
    const nth = this.#all.length + 1;
    const slot = this.#freeSlot();
    if (nth >= producers || slot < 0) {
      slots.closeWorkers(this.#memory);
      return;
    }
    const booted = pool.take({
      news: (news) => this.#news(worker, news),
      gone: (reason) => this.#gone(worker, reason),
    });
    const producer = producerId(producerBase + nth);
    const worker = new RunWorker(booted, slot, producer);
    this.#all.push(worker);
    booted.adopt({ memory: this.#memory.buffer, slot, producer, process: processLane, lesson });
  }

  /** Ends those that serve, gives back those that are parked. */
  close(): void {
    this.#closed = true;
    slots.closeWorkers(this.#memory);
    for (const worker of this.#all) {
      if (this.#isParked(worker) && slots.releaseWorker(this.#memory, worker.slot)) {
        this.#released.add(worker);
        this.#options.pool.giveBack(worker.booted);
      } else worker.booted.terminate();
    }
  }

  #isParked(worker: RunWorker): boolean {
    return worker.isReady && !worker.booted.isGone && slots.isParked(this.#memory, worker.slot);
  }

  #freeSlot(): number {
    const taken = new Set(this.#all.filter((worker) => !worker.booted.isGone).map((worker) => worker.slot));
    for (let slot = 0; slot < workerSlots; slot++) if (!taken.has(slot)) return slot;
    return -1;
  }

  #news(worker: RunWorker, news: unknown): void {
    if (!isWorkerNews(news)) return;
    if (news.type === "parked") {
      worker.isReady = true;
      this.#listener.parked();
      return;
    }
    worker.hasEnded = true;
    this.#listener.ended(worker, news);
  }

  #gone(worker: RunWorker, reason: string): void {
    const thread = slots.assignedThread(this.#memory, worker.slot);
    slots.emptySlot(this.#memory, worker.slot);
    if (!this.#closed && !worker.hasEnded) this.#listener.died(worker, thread, reason);
  }
}
