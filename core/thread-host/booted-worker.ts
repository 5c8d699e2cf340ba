/**
 * A worker thread as its host has it: booted once, adopted by a run, and gone at the end. Invariant: its end is told
 * once, to whoever has it then.
 */
import { createRing } from "../threading/ring.ts";
import type { Adoption, WorkerBoot } from "./worker-messages.ts";

/** The part of a Node worker that is used here. */
export interface WorkerThread {
  post(message: Adoption): void;
  /** Ends it, wherever it is, also in a blocking wait. */
  terminate(): void;
}

/** Boots a worker. `news` is called for each message of it, `gone` once when it has ended, with the reason in words. */
export type BootWorker = (
  boot: WorkerBoot,
  news: (message: unknown) => void,
  gone: (reason: string) => void,
) => WorkerThread;

/** Whoever has the worker. */
export interface WorkerOwner {
  news(message: unknown): void;
  gone(reason: string): void;
}

export class BootedWorker {
  readonly ring: SharedArrayBuffer = createRing();
  isGone = false;
  owner: WorkerOwner;
  readonly #adoptions = new Int32Array(new SharedArrayBuffer(4));
  readonly #thread: WorkerThread;

  constructor(boot: BootWorker, owner: WorkerOwner) {
    this.owner = owner;
    this.#thread = boot(
      { park: this.#adoptions.buffer, ring: this.ring },
      (message) => this.owner.news(message),
      (reason) => this.#end(reason),
    );
  }

  /** Says which run it is to be of use to, and wakes it. */
  adopt(adoption: Adoption): void {
    this.#thread.post(adoption);
    Atomics.add(this.#adoptions, 0, 1);
    Atomics.notify(this.#adoptions, 0);
  }

  terminate(): void {
    if (!this.isGone) this.#thread.terminate();
  }

  #end(reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.owner.gone(reason);
  }
}
