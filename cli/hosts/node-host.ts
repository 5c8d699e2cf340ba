/**
 * An event loop's host in plain Node: a page's MessageChannel and timers are `setImmediate` and `setTimeout` here, and
 * the blocking sleep is `Atomics.wait`, which holds the thread without burning a processor.
 * Invariant: at most one wake-up of a kind is on its way. Timers count whole ms: the loop looks at its clock again.
 */
import type { Host } from "../../core/asyncio/host.ts";
import { monotonicMicros } from "../../electron/node/monotonic-clock.ts";

/** What adding seconds as doubles can make of a whole ms: not worth another one. */
const rounding = 0.001;

/** The longest delay that Node's timers can have, ms. */
const longestDelay = 2 ** 31 - 1;

export class NodeHost implements Host {
  /** One without a loop: V8 forgets what it has compiled for a class with the last object of it. */
  static readonly resting = new NodeHost();
  /** s: Node's own tasks get the thread back so often. */
  readonly budget = 0.008;
  readonly #origin = monotonicMicros() / 1_000_000 - performance.now() / 1_000;
  readonly #cell = new Int32Array(new SharedArrayBuffer(4));
  #pump: () => void = () => {};
  #soon: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** s, on the monotonic clock that all threads share; read without making an object. */
  time(): number {
    return this.#origin + performance.now() / 1_000;
  }

  /** Holds this thread for `delay` s. */
  block(delay: number): void {
    if (delay > 0) Atomics.wait(this.#cell, 0, 0, delay * 1_000);
  }

  attach(pump: () => void): void {
    this.#pump = pump;
  }

  wakeSoon(): void {
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      this.#pump();
    });
  }

  wakeAt(when: number): void {
    this.cancelWake();
    const delay = Math.ceil((when - this.time()) * 1_000 - rounding);
    this.#timer = setTimeout(this.#pump, Math.min(Math.max(delay, 0), longestDelay));
  }

  cancelWake(): void {
    clearTimeout(this.#timer);
  }
}
