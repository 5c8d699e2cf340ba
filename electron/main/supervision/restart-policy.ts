/**
 * How soon what died is started again: at once, then later and later, and no more when it dies as fast as it starts. The
 * same for a utility process and for the page's. Deaths of more than a minute ago are forgotten.
 */

/** ms to wait after the first death of a minute, the second, … There is no start after the last but by a person. */
const delays = [0, 0, 250, 500, 1_000] as const;
const forgottenAfter = 60_000_000;

export class RestartPolicy {
  readonly #now: () => number;
  #deaths: readonly number[] = [];

  /** `now`: monotonic, µs. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Deaths that are not forgotten. */
  get deaths(): number {
    return this.#deaths.length;
  }

  /** It died: ms until it is to be started again; undefined when it is not to be. */
  died(): number | undefined {
    const now = this.#now();
    this.#deaths = [...this.#deaths.filter((earlier) => now - earlier < forgottenAfter), now];
    return delays[this.#deaths.length - 1];
  }

  /** It has proved itself, or a person wants to try again: all is forgotten. */
  forget(): void {
    this.#deaths = [];
  }
}
