/**
 * Workers that are booted and have no run: a thread is started by waking one, since booting takes about 45 ms.
 * Invariant: one that dies while idle is forgotten; if they die as fast as they boot, none is booted ahead any more.
 */
import { BootedWorker, type BootWorker, type WorkerOwner } from "./booted-worker.ts";

const failuresAllowed = 3;

export class WorkerPool {
  readonly #boot: BootWorker;
  readonly #spares: number;
  readonly #idle = new Set<BootedWorker>();
  #failures = 0;

  /** `spares`: how many it keeps booted. */
  constructor(boot: BootWorker, spares: number) {
    this.#boot = boot;
    this.#spares = spares;
  }

  get idle(): number {
    return this.#idle.size;
  }

  /** Boots what is missing to the number of spares. */
  warm(): void {
    while (this.#idle.size < this.#spares && this.#failures < failuresAllowed) this.giveBack(this.#make());
  }

  /** The worker that has been booting longest, or one that boots now. */
  take(owner: WorkerOwner): BootedWorker {
    const [worker = this.#make()] = this.#idle;
    this.#idle.delete(worker);
    worker.owner = owner;
    return worker;
  }

  /** A worker that ran no thread is as good as new. */
  giveBack(worker: BootedWorker): void {
    if (worker.isGone) return;
    this.#idle.add(worker);
    worker.owner = {
      news: () => {},
      gone: () => {
        this.#idle.delete(worker);
        this.#failures += 1;
      },
    };
  }

  #make(): BootedWorker {
    return new BootedWorker(this.#boot, { news: () => {}, gone: () => {} });
  }
}
