/**
 * What was refused, counted and logged: requests, messages, navigations, permissions. Invariant: each refusal
 * counts; what is logged of a flood is bounded, and each logged line carries the count so far.
 */
import { type BoundedLog, boundedLog } from "./bounded-log.ts";

export class Refusals {
  #count = 0;
  readonly #log: BoundedLog;

  constructor(log: (line: string) => void) {
    this.#log = boundedLog(log, 500, (reason, number) => `refused (${number} so far): ${reason}`);
  }

  get count(): number {
    return this.#count;
  }

  /** Counts one refusal. `reason`: what was refused and why, as the log shall say it. */
  readonly note = (reason: string): void => {
    this.#count += 1;
    this.#log(reason);
  };
}
