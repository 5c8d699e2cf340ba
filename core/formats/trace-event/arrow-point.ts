/**
 * One end of an arrow. Where exactly it lies is known once the span that holds it has come out: then it is settled.
 */
import type { Place } from "./record.ts";

export class ArrowPoint {
  readonly place: Place;
  #t: number;
  #settled = false;
  #listeners: (() => void)[] = [];

  constructor(t: number, place: Place) {
    this.#t = t;
    this.place = place;
  }

  /** µs. */
  get t(): number {
    return this.#t;
  }

  settle(t: number): void {
    this.#t = t;
    this.#settled = true;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }

  /** Calls back once it is settled, now if it is. */
  whenSettled(listener: () => void): void {
    if (this.#settled) listener();
    else this.#listeners.push(listener);
  }
}
