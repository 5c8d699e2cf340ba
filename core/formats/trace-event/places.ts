/**
 * The numbers under which viewers know lanes: one `tid` a lane, one `pid` a process lane, both counted from 1, since
 * 0 has a meaning of its own in Perfetto. Names and order of the lanes are said once, before their first record.
 */
import type { LaneId } from "../../trace/ids.ts";
import type { Lane } from "../../trace/lane.ts";
import { LaneAncestors } from "../../trace/lane-ancestors.ts";
import { metadataRecord, type Place } from "./record.ts";

export class Places {
  readonly #lanes = new Map<LaneId, Lane>();
  readonly #places = new Map<LaneId, Place>();
  readonly #ancestors: LaneAncestors;

  constructor(lanes: readonly Lane[]) {
    for (const lane of lanes) this.#lanes.set(lane.id, lane);
    // A lane whose parent is not declared is the topmost that there is.
    this.#ancestors = new LaneAncestors(lanes, ({ kind, parent }) => {
      return kind === "process" || parent === undefined || !this.#lanes.has(parent);
    });
    for (const lane of lanes) this.#place(lane.id);
  }

  /** A lane's name; one that is not declared is called by its number. */
  name(lane: LaneId): string {
    return this.#lanes.get(lane)?.name ?? `lane ${lane}`;
  }

  /** A lane's place, and the lines that must come before its first record: none for a declared lane. */
  of(lane: LaneId): { readonly place: Place; readonly said: readonly string[] } {
    const known = this.#places.get(lane);
    if (known !== undefined) return { place: known, said: [] };
    return { place: this.#place(lane), said: this.#words(lane) };
  }

  /** Names and order of all declared lanes. */
  *metadata(): Generator<string> {
    for (const lane of this.#lanes.keys()) yield* this.#words(lane);
  }

  #words(lane: LaneId): string[] {
    const place = this.#place(lane);
    const lines = [
      metadataRecord("thread_name", place, { name: this.name(lane), lane }),
      metadataRecord("thread_sort_index", place, { sort_index: place.tid }),
    ];
    if (place.pid !== place.tid) return lines;
    return [
      metadataRecord("process_name", place, { name: this.name(lane) }),
      metadataRecord("process_sort_index", place, { sort_index: place.pid }),
      ...lines,
    ];
  }

  #place(id: LaneId): Place {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const process = this.#processOf(id);
    const pid = process === id ? undefined : this.#place(process).pid;
    const tid = this.#places.size + 1;
    const place = { pid: pid ?? tid, tid };
    this.#places.set(id, place);
    return place;
  }

  /** The process lane above it, or the topmost lane there is; a broken file's circle of parents ends at itself. */
  #processOf(id: LaneId): LaneId {
    return this.#ancestors.nearest(id) ?? id;
  }
}
