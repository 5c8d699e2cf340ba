/**
 * What was refused, counted and logged: requests, messages, navigations, permissions. Invariant: each refusal
 * counts; what is logged of a flood is bounded, and each logged line carries the count so far.
 */

const loggedInFull = 300;
const loggedEvery = 1_000;

export class Refusals {
  #count = 0;
  readonly #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  get count(): number {
    return this.#count;
  }

  /** Counts one refusal. `reason`: what was refused and why, as the log shall say it. */
  readonly note = (reason: string): void => {
    this.#count += 1;
    if (this.#count > loggedInFull && this.#count % loggedEvery !== 0) return;
    this.#log(`refused (${this.#count} so far): ${reason.slice(0, 500)}`);
  };
}
