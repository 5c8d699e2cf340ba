/**
 * The nearest wanted lane above each of a recording's lanes, and the lanes that are their own ancestors, which only a
 * broken file has. Invariant: each lane is walked over once, however long the chains of parents are and however often
 * they are asked about.
 */
import type { LaneId } from "./ids.ts";
import type { Lane } from "./lane.ts";

export class LaneAncestors {
  readonly #lanes: ReadonlyMap<LaneId, Lane>;
  readonly #isWanted: (lane: Lane) => boolean;
  /** The answers so far; undefined where none is above. */
  readonly #nearest = new Map<LaneId, LaneId | undefined>();

  constructor(lanes: Iterable<Lane>, isWanted: (lane: Lane) => boolean) {
    this.#lanes = new Map([...lanes].map((lane) => [lane.id, lane]));
    this.#isWanted = isWanted;
  }

  /** The lane itself, or the first wanted one above it; undefined for none, and for what leads into a circle. */
  nearest(id: LaneId): LaneId | undefined {
    const passed: LaneId[] = [];
    let found: LaneId | undefined;
    for (let at: LaneId | undefined = id; at !== undefined; ) {
      const lane = this.#lanes.get(at);
      if (lane === undefined || this.#nearest.has(at)) {
        found = this.#nearest.get(at);
        break;
      }
      // Known as without an answer while it is being looked for: a circle ends here.
      this.#nearest.set(at, undefined);
      passed.push(at);
      if (this.#isWanted(lane)) {
        found = at;
        break;
      }
      at = lane.parent;
    }
    for (const each of passed) this.#nearest.set(each, found);
    return found;
  }
}

/** The circles of parents: each lane of one is its own ancestor. */
export function parentCircles(lanes: readonly Lane[]): readonly (readonly LaneId[])[] {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  const walks = new Map<LaneId, number>();
  const circles: LaneId[][] = [];
  for (const [walk, { id }] of lanes.entries()) {
    const path: LaneId[] = [];
    let at: LaneId | undefined = id;
    for (; at !== undefined && byId.has(at) && !walks.has(at); at = byId.get(at)?.parent) {
      walks.set(at, walk);
      path.push(at);
    }
    if (at !== undefined && walks.get(at) === walk) circles.push(path.slice(path.indexOf(at)));
  }
  return circles;
}
