/**
 * What has come from main and is still to be taken in: a little in each turn, so that between two turns the page's commands
 * are heard and frames are drawn, however fast a recording comes.
 */

/** For so long in one turn; a batch that takes longer is taken in alone. ms. */
const turnAtMost = 8;

export class Intake {
  readonly #soon: (act: () => void) => void;
  readonly #now: () => number;
  #jobs: ((() => void) | undefined)[] = [];
  /** Those that are done, before the others: what they held is let go of. */
  #done = 0;
  #isPlanned = false;

  /** `soon` calls `act` in a later turn, after what has come before it. `now` in ms. */
  constructor(soon: (act: () => void) => void, now: () => number) {
    this.#soon = soon;
    this.#now = now;
  }

  /** Whether there is more than was taken in. */
  get isBehind(): boolean {
    return this.#done < this.#jobs.length;
  }

  /** `job` is done in its turn, after those before it. */
  add(job: () => void): void {
    this.#jobs.push(job);
    this.#plan();
  }

  /** What was not done yet is not done any more. */
  clear(): void {
    this.#jobs = [];
    this.#done = 0;
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#soon(() => this.#turn());
  }

  #turn(): void {
    this.#isPlanned = false;
    const begun = this.#now();
    while (this.isBehind) {
      const job = this.#jobs[this.#done];
      this.#jobs[this.#done++] = undefined;
      if (this.#done === this.#jobs.length) this.clear();
      job?.();
      if (this.#now() - begun >= turnAtMost) break;
    }
    if (this.isBehind) this.#plan();
  }
}
