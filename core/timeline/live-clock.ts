/**
 * What time it is now on the recording's clock, for a picture that grows between two batches. A batch's last event
 * happened before the batch came; of all batches the one that came soonest after its event tells best how the two clocks
 * lie. So now is never ahead of the truth by more than that batch's delay is wrong, and never behind what has come.
 */
export class LiveClock {
  #behind = Number.POSITIVE_INFINITY;
  #latest = Number.NEGATIVE_INFINITY;

  /** A batch whose latest event is at `t` (µs since the origin) came at `local` (µs of the local clock). */
  arrived(t: number, local: number): void {
    this.#behind = Math.min(this.#behind, local - t);
    this.#latest = Math.max(this.#latest, t);
  }

  /** The latest instant heard of, µs since the origin; −∞ before the first. */
  get latest(): number {
    return this.#latest;
  }

  /** Now, µs since the origin; 0 before the first batch. `local`: µs of the local clock. */
  now(local: number): number {
    if (this.#latest === Number.NEGATIVE_INFINITY) return 0;
    return Math.max(local - this.#behind, this.#latest);
  }
}
