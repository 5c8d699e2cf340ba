/**
 * A producer's missing numbers as ranges, in order, in chunks of bounded length: finding, splitting and removing one
 * costs a chunk and not all of them, however many a file leaves and fills again.
 * Invariants: ranges rise and don't touch; no chunk is empty.
 */

/** Both ends included. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** Holes in a chunk at most. */
const chunkLength = 512;

export class Holes {
  readonly #chunks: Hole[][] = [];

  /** A hole above all others. */
  push(hole: Hole): void {
    const last = this.#chunks.at(-1);
    if (last === undefined || last.length >= chunkLength) this.#chunks.push([hole]);
    else last.push(hole);
  }

  /** Takes the numbers `from` to `to` out; false, and nothing is taken, where one hole doesn't have all of them. */
  fill(from: number, to: number): boolean {
    const place = lastUpTo(this.#chunks, from, (chunk) => chunk[0]?.from ?? 0);
    const chunk = this.#chunks[place];
    if (chunk === undefined) return false;
    const at = lastUpTo(chunk, from, (hole) => hole.from);
    const hole = chunk[at];
    if (hole === undefined || hole.to < to) return false;
    chunk.splice(at, 1, ...remains(hole, from, to));
    if (chunk.length === 0) this.#chunks.splice(place, 1);
    else if (chunk.length > chunkLength) this.#chunks.splice(place + 1, 0, chunk.splice(chunkLength / 2));
    return true;
  }

  /** From the lowest up. */
  *[Symbol.iterator](): Generator<Hole> {
    for (const chunk of this.#chunks) yield* chunk;
  }
}

function remains(hole: Hole, from: number, to: number): readonly Hole[] {
  const before = { from: hole.from, to: from - 1 };
  const after = { from: to + 1, to: hole.to };
  return [before, after].filter((part) => part.from <= part.to);
}

/** Index of the last item that begins at `number` or before; −1 for none. */
function lastUpTo<Item>(items: readonly Item[], number: number, beginOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && beginOf(item) <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
