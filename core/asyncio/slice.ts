/**
 * How long a loop may run before its host needs the thread back. Reading the clock costs more than many a callback
 * (238 ns in a page), so it is read once a batch, and batches grow while they take little of the time allowed.
 */
import type { Host } from "./host.ts";

const largest = 256;

export class Slice {
  readonly #host: Host;
  #batch = 1;
  #allowance = 1;
  /** Times; no numbers yet, but doubles from the beginning, so that V8 lays out each slice alike. */
  #began = Number.NaN;
  #read = Number.NaN;

  constructor(host: Host) {
    this.#host = host;
  }

  /** How many callbacks may run before the clock is read again. */
  get allowance(): number {
    return this.#allowance;
  }

  /** The host has given the thread. */
  begin(): void {
    this.#began = this.#host.time();
    this.#read = this.#began;
  }

  /** Counts callbacks that have run. Returns whether the thread is to be given back. */
  spend(callbacks: number): boolean {
    this.#allowance -= callbacks;
    if (this.#allowance > 0) return false;
    const now = this.#host.time();
    this.#fit(now - this.#read);
    this.#allowance = this.#batch;
    this.#read = now;
    return now - this.#began >= this.#host.budget;
  }

  /** Fits the batch to a sixteenth of the time allowed. */
  #fit(took: number): void {
    const share = this.#host.budget / 16;
    if (took > share) this.#batch = Math.max(1, this.#batch >> 1);
    else if (took * 2 < share && this.#batch < largest) this.#batch *= 2;
  }
}
