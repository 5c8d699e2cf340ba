/**
 * The moments of a lane, to the nanosecond, at which no span without length stands yet. Invariant: no moment is given twice,
 * as long as not too many others were given between.
 */

/** Moments that are remembered; the oldest ones are forgotten all at once. */
const most = 8_192;

export class FreeMoments {
  /** By a moment that is taken, ns: one from which on to look for a free one. */
  readonly #next = new Map<number, number>();

  /** The first free moment from `t` on, both in µs; it is taken from now on. */
  take(t: number): number {
    const wanted = Math.round(t * 1_000);
    let free = wanted;
    for (let next = this.#next.get(free); next !== undefined; next = this.#next.get(free)) free = next;
    if (this.#next.size >= most) this.#next.clear();
    this.#next.set(free, free + 1);
    // Who comes to the same moment again need not go all the way.
    this.#next.set(wanted, free + 1);
    return free / 1_000;
  }

  /** The moment after, µs. */
  after(t: number): number {
    return (Math.round(t * 1_000) + 1) / 1_000;
  }
}
