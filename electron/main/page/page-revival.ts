/**
 * Whether a page whose process died is loaded again: yes, unless it dies as fast as it loads.
 */

const allowed = 5;
const windowMs = 60_000;

export class PageRevival {
  #deaths: readonly number[] = [];

  /** A page died at `at` (ms, any monotonic clock): whether to load it again. */
  mayLoadAgain(at: number): boolean {
    this.#deaths = [...this.#deaths.filter((earlier) => at - earlier < windowMs), at];
    return this.#deaths.length <= allowed;
  }
}
