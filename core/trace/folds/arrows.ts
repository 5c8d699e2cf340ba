/**
 * Fold: who caused what on another lane, as pairs of rows: a message from sent to received, a cancel from requested to
 * delivered, a signal from set to seen, a join from the joined lane's end to its joiner (it starts when that lane has
 * ended and the joiner has begun to wait for it, whichever is later). The two ends may arrive in either order. Arrows are kept by kind and pair of lanes, in order of their start, so that a picture of any stretch
 * of time looks at its own arrows only.
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
  readonly index = new TimeIndex();
  /** The longest that one of them takes, µs. */
  longest = 0;
  /** The longest that a lane had ended before somebody joined it, µs. */
  lateness = 0;

  constructor(kind: ArrowKind, from: number, to: number) {
    this.kind = kind;
    this.from = from;
    this.to = to;
  }
}

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

export class ArrowFold {
  readonly #groups = new Map<string, ArrowGroup>();
  readonly #pairs = new Pairs((table, from, to) => {
    const kind = arrowBegunBy.get(table.kind(from));
    if (kind !== undefined) this.#add(kind, table, from, to);
  });
  readonly #laneEnds = new Map<number, number>();
  readonly #joins = new Map<number, Join[]>();
  readonly #joinsBegun = new Map<string, number>();

  get groups(): Iterable<ArrowGroup> {
    return this.#groups.values();
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
    const key = `${kind} ${from} ${to}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = new ArrowGroup(kind, from, to);
      this.#groups.set(key, group);
    }
    const start = Math.max(table.t(fromRow), earliest);
    group.lateness = Math.max(group.lateness, start - table.t(fromRow));
    group.index.add(start, fromRow, toRow);
    group.longest = Math.max(group.longest, table.t(toRow) - start);
  }
}

/** Who waits for whom. */
function joinName(table: TraceTable, row: number): string {
  return `${table.lane(row)} ${table.other(row)}`;
}
