/**
 * Arrows between lanes as pairs of records, each written once both its ends are known and inside a span that has come
 * out; an arrow with one end is not written at all. Invariants: every `s` has its `f`; ids are unique.
 */
import type { EventRef, LaneId } from "../../trace/ids.ts";
import type { Kind } from "../../trace/kinds.ts";
import type { ArrowPoint } from "./arrow-point.ts";
import type { LaneTrack, TrackSpan } from "./lane-track.ts";
import { Recent } from "./recent.ts";
import { arrowRecord } from "./record.ts";

export type ArrowCategory = "message" | "cancel" | "signal" | "join" | "wake";

/** An event from which an arrow may start. */
export interface ArrowStart {
  readonly kind: Kind;
  readonly t: number;
  readonly lane: LaneId;
  readonly track: LaneTrack;
  /** The span that was open then. */
  readonly span: TrackSpan | undefined;
  /** Where it has been given a place already. */
  readonly point?: ArrowPoint;
}

/** How many events back a cause may lie. */
const reach = 65_536;

export class Arrows {
  readonly #emit: (line: string) => void;
  readonly #starts = new Recent<ArrowStart>(reach);
  readonly #laneEnds = new Map<LaneId, ArrowStart>();
  /** Ends whose start comes later in time, within the clocks' error. */
  readonly #early = new Recent<{ readonly category: ArrowCategory; readonly to: ArrowPoint }>(reach);
  #ids = 0;

  constructor(emit: (line: string) => void) {
    this.#emit = emit;
  }

  /** An event that may turn out to be where an arrow starts. */
  remember(name: EventRef, start: ArrowStart): void {
    const key = keyOf(name);
    this.#starts.set(key, start);
    if (start.kind === "lane.ended" && !this.#laneEnds.has(start.lane)) this.#laneEnds.set(start.lane, start);
    const early = this.#early.take(key);
    if (early !== undefined) this.#connect(early.category, start, early.to);
  }

  /** What an event's name was remembered as; undefined for one too long ago or yet to come. */
  startOf(name: EventRef | undefined): ArrowStart | undefined {
    return name === undefined ? undefined : this.#starts.get(keyOf(name));
  }

  /** The end of a lane. */
  endOfLane(lane: LaneId): ArrowStart | undefined {
    return this.#laneEnds.get(lane);
  }

  /** An arrow from the event `name` to here. */
  arrive(category: ArrowCategory, name: EventRef, to: ArrowPoint): void {
    const start = this.startOf(name);
    if (start === undefined) this.#early.set(keyOf(name), { category, to });
    else this.#connect(category, start, to);
  }

  /** An arrow from a known start to here. */
  connect(category: ArrowCategory, start: ArrowStart, to: ArrowPoint): void {
    this.#connect(category, start, to);
  }

  #connect(category: ArrowCategory, start: ArrowStart, to: ArrowPoint): void {
    const from = start.point ?? start.track.pastPoint(start.t, start.span, category, start.kind);
    const id = ++this.#ids;
    from.whenSettled(() => {
      to.whenSettled(() => {
        this.#emit(arrowRecord("s", category, id, from.t, from.place));
        this.#emit(arrowRecord("f", category, id, to.t, to.place));
      });
    });
  }
}

/** An event's name as one number: producers fit 11 bits, their numbers 32. */
function keyOf([producer, seq]: EventRef): number {
  return producer * 2 ** 32 + seq;
}
