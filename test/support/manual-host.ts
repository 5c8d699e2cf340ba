/**
 * A host of the event loop over a clock that stands still until told: seconds, as on the page.
 */
import type { Host } from "../../core/asyncio/host.ts";
import type { ManualTime } from "./manual-time.ts";

export class ManualHost implements Host {
  readonly budget = Number.POSITIVE_INFINITY;
  readonly #time: ManualTime;
  #pump: () => void = () => {};
  #withdraw: () => void = () => {};

  constructor(time: ManualTime) {
    this.#time = time;
  }

  time(): number {
    return this.#time.nowUs / 1_000_000;
  }

  block(delay: number): void {
    this.#time.pass(delay * 1_000);
  }

  attach(pump: () => void): void {
    this.#pump = pump;
  }

  wakeSoon(): void {
    this.#time.after(0, () => this.#pump());
  }

  wakeAt(when: number): void {
    this.#withdraw();
    const ms = Math.max(0, when * 1_000 - this.#time.nowUs / 1_000);
    this.#withdraw = this.#time.after(ms, () => this.#pump());
  }

  cancelWake(): void {
    this.#withdraw();
  }
}
