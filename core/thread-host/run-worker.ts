/**
 * One worker in the service of one run: booting or parked, then running one thread, then ended or dead. Its ring
 * is read from here.
 */
import { RingReader } from "../trace/adapters/threading-ring-reader.ts";
import type { Batch } from "../trace/batch.ts";
import type { ProducerId } from "../trace/ids.ts";
import type { BootedWorker } from "./booted-worker.ts";

export class RunWorker {
  readonly booted: BootedWorker;
  readonly slot: number;
  /** It has parked in the run's memory, and can be, or has been, given a thread. */
  isReady = false;
  /** Its thread has ended by its own word: nothing more is written. */
  hasEnded = false;
  readonly #reader: RingReader;
  #closed = false;

  constructor(booted: BootedWorker, slot: number, producer: ProducerId) {
    this.booted = booted;
    this.slot = slot;
    this.#reader = new RingReader(booted.ring, producer);
  }

  /** What its thread has written since the last time; for the last time once the thread or the worker has ended. */
  read(): readonly Batch[] {
    if (this.#closed) return [];
    if (!this.hasEnded && !this.booted.isGone) return this.#reader.read();
    this.#closed = true;
    return this.#reader.close();
  }
}
