/**
 * A file's lane ids may be any integers; those that columns can't hold get an alias. Invariant: aliases differ from each
 * other and from every declared id.
 */
import { type AnyEvent, isKnown, type Json, knownEvent } from "../trace/event.ts";
import { fieldsOf } from "../trace/fields.ts";
import { isLaneId, type LaneId, laneId } from "../trace/ids.ts";
import type { Lane } from "../trace/lane.ts";

export class LaneAliases {
  readonly #aliases = new Map<number, LaneId>();
  readonly #taken: ReadonlySet<number>;
  #free = -2;

  constructor(lanes: readonly Lane[]) {
    this.#taken = new Set(lanes.map(({ id }) => id));
    for (const { id } of lanes) this.id(id);
  }

  /** The file's own id of each lane that has an alias. */
  get originals(): ReadonlyMap<LaneId, number> {
    return new Map([...this.#aliases].map(([original, alias]) => [alias, original]));
  }

  /** The id itself, or the alias of one that columns can't hold. */
  id(original: number): LaneId {
    if (isLaneId(original)) return original;
    const known = this.#aliases.get(original);
    if (known !== undefined) return known;
    while (this.#taken.has(this.#free)) this.#free -= 1;
    const alias = laneId(this.#free--);
    this.#aliases.set(original, alias);
    return alias;
  }

  lane(lane: Lane): Lane {
    const own = { ...lane, id: this.id(lane.id) };
    return lane.parent === undefined ? own : { ...own, parent: this.id(lane.parent) };
  }

  /** The event itself, unless it names a lane that columns can't hold. */
  event(event: AnyEvent): AnyEvent {
    if (!isKnown(event)) return isLaneId(event.lane) ? event : { ...event, lane: this.id(event.lane) };
    const odd: string[] = isLaneId(event.lane) ? [] : ["lane"];
    for (const { name, form } of fieldsOf[event.kind]) {
      if (form !== "lane") continue;
      const lane: unknown = Reflect.get(event, name);
      if (typeof lane === "number" && !isLaneId(lane)) odd.push(name);
    }
    if (odd.length === 0) return event;
    const copy: Record<string, Json> = { ...event };
    for (const name of odd) copy[name] = this.id(Number(copy[name]));
    return knownEvent(copy);
  }
}
