/**
 * Fold: who caused what on another lane, as pairs of rows: a message from sent to received, a cancel from requested to
 * delivered, a signal from set to seen, a join from the joined lane's end to its joiner (it starts when that lane has
 * ended and the joiner has begun to wait for it, whichever is later). The two ends may arrive in either order. Arrows are
 * kept by kind and pair of lanes, and of each lane all that leave it and all that arrive, in order of time, so that a picture
 * of a stretch of time and of a few lanes looks at its own arrows only.
 */
import { Code, codeOf, joinEnds } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { Pairs } from "./statistics/pairs.ts";
import { TimeIndex } from "./time-index.ts";

export const arrowKinds = ["message", "cancel", "signal", "join"] as const;
export type ArrowKind = (typeof arrowKinds)[number];

/** All arrows of one kind from one lane to another: `row` is the event each comes from, `partner` the one it leads to. */
export class ArrowGroup {
  readonly kind: ArrowKind;
  readonly from: number;
  readonly to: number;
  /** Counts the groups, in the order in which their first arrows came. */
  readonly order: number;
  readonly index = new TimeIndex();
  /** The longest that one of them takes, µs. */
  longest = 0;

  constructor(order: number, kind: ArrowKind, from: number, to: number) {
    this.order = order;
    this.kind = kind;
    this.from = from;
    this.to = to;
  }
}

/** All arrows of one lane. */
export class LaneArrows {
  /** Its groups by the lane that they lead to. */
  readonly to = new Map<number, ArrowGroup[]>();
  /** By their start: `row` is the event on this lane, `partner` the one on the other. */
  readonly leaving = new TimeIndex();
  /** By their end: `row` is the event on this lane, `partner` the one that it comes from. */
  readonly arriving = new TimeIndex();
}

const noArrows = new LaneArrows();

const arrowBegunBy: ReadonlyMap<number, ArrowKind> = new Map<number, ArrowKind>([
  [Code.messageSent, "message"],
  [Code.cancelRequested, "cancel"],
  [Code.signalSet, "signal"],
]);
const arrivals: ReadonlySet<number> = new Set([Code.messageReceived, Code.cancelDelivered, Code.signalSeen]);
const joinedToEnd = codeOf(joinEnds, "ended");

interface Join {
  /** The `join.ended` row, and when that join began, µs. */
  readonly ended: number;
  readonly began: number;
}

/** The kind of the arrow that leads from an event of kind `from`. */
export function arrowKindOf(from: number): ArrowKind {
  return arrowBegunBy.get(from) ?? "join";
}

export class ArrowFold {
  readonly #lanes = new Map<number, LaneArrows>();
  readonly #kinds = new Set<ArrowKind>();
  #count = 0;
  #lateness = 0;
  readonly #pairs = new Pairs((table, from, to) => {
    const kind = arrowBegunBy.get(table.kind(from));
    if (kind !== undefined) this.#add(kind, table, from, to);
  });
  readonly #laneEnds = new Map<number, number>();
  readonly #joins = new Map<number, Join[]>();
  readonly #joinsBegun = new Map<string, number>();

  /** All arrows, by pairs of lanes. */
  *groups(): Generator<ArrowGroup, void> {
    for (const { to } of this.#lanes.values()) for (const groups of to.values()) yield* groups;
  }

  /** The arrows that leave a lane or arrive there. */
  of(lane: number): LaneArrows {
    return this.#lanes.get(lane) ?? noArrows;
  }

  /** Whether there is any of that kind. */
  has(kind: ArrowKind): boolean {
    return this.#kinds.has(kind);
  }

  /** The longest that any lane had ended before somebody joined it, µs. */
  get lateness(): number {
    return this.#lateness;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (arrowBegunBy.has(kind)) this.#pairs.first(table, row);
    else if (arrivals.has(kind)) this.#pairs.second(table, row);
    else if (kind === Code.laneEnded) this.#laneEnded(table, row);
    else if (kind === Code.joinBegan) this.#joinsBegun.set(joinName(table, row), table.t(row));
    else if (kind === Code.joinEnded) this.#joinEnded(table, row);
  }

  #laneEnded(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    if (this.#laneEnds.has(lane)) return;
    this.#laneEnds.set(lane, row);
    for (const join of this.#joins.get(lane) ?? []) this.#add("join", table, row, join.ended, join.began);
    this.#joins.delete(lane);
  }

  #joinEnded(table: TraceTable, row: number): void {
    const name = joinName(table, row);
    const began = this.#joinsBegun.get(name) ?? Number.NEGATIVE_INFINITY;
    this.#joinsBegun.delete(name);
    if (table.code(row) !== joinedToEnd) return;
    const target = table.other(row);
    const end = this.#laneEnds.get(target);
    const waiting = this.#joins.get(target);
    if (end !== undefined) this.#add("join", table, end, row, began);
    else if (waiting !== undefined) waiting.push({ ended: row, began });
    else this.#joins.set(target, [{ ended: row, began }]);
  }

  /** An arrow does not start before `earliest`, µs. */
  #add(kind: ArrowKind, table: TraceTable, fromRow: number, toRow: number, earliest = Number.NEGATIVE_INFINITY): void {
    const from = table.lane(fromRow);
    const to = table.lane(toRow);
    const start = Math.max(table.t(fromRow), earliest);
    const end = table.t(toRow);
    const group = this.#group(kind, from, to);
    group.index.add(start, fromRow, toRow);
    group.longest = Math.max(group.longest, end - start);
    this.#lane(from).leaving.add(start, fromRow, toRow);
    this.#lane(to).arriving.add(end, toRow, fromRow);
    this.#kinds.add(kind);
    this.#lateness = Math.max(this.#lateness, start - table.t(fromRow));
  }

  #group(kind: ArrowKind, from: number, to: number): ArrowGroup {
    const lane = this.#lane(from);
    const groups = lane.to.get(to) ?? [];
    const known = groups.find((group) => group.kind === kind);
    if (known !== undefined) return known;
    const group = new ArrowGroup(this.#count++, kind, from, to);
    lane.to.set(to, [...groups, group]);
    return group;
  }

  #lane(lane: number): LaneArrows {
    let arrows = this.#lanes.get(lane);
    if (arrows === undefined) {
      arrows = new LaneArrows();
      this.#lanes.set(lane, arrows);
    }
    return arrows;
  }
}

/** Who waits for whom. */
function joinName(table: TraceTable, row: number): string {
  return `${table.lane(row)} ${table.other(row)}`;
}
