/**
 * Fold: who caused what on another lane, as pairs of rows: a message from sent to received, a cancel from requested to
 * delivered, a signal from set to seen, a join from the joined lane's end to its joiner. The two ends may arrive in
 * either order. Arrows are kept by kind and pair of lanes, in order of their start, so that a picture of any stretch
 * of time looks at its own arrows only.
 */
import { Code, codeOf, joinEnds } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { Pairs } from "./statistics/pairs.ts";
import { TimeIndex } from "./time-index.ts";

export const arrowKinds = ["message", "cancel", "signal", "join"] as const;
export type ArrowKind = (typeof arrowKinds)[number];

/** All arrows of one kind from one lane to another: `row` is where each starts, `partner` where it ends. */
export class ArrowGroup {
  readonly kind: ArrowKind;
  readonly from: number;
  readonly to: number;
  readonly index = new TimeIndex();
  /** The longest that one of them takes, µs. */
  longest = 0;

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

export class ArrowFold {
  readonly #groups = new Map<string, ArrowGroup>();
  readonly #pairs = new Pairs((table, from, to) => {
    const kind = arrowBegunBy.get(table.kind(from));
    if (kind !== undefined) this.#add(kind, table, from, to);
  });
  readonly #laneEnds = new Map<number, number>();
  readonly #joins = new Map<number, number[]>();

  get groups(): Iterable<ArrowGroup> {
    return this.#groups.values();
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (arrowBegunBy.has(kind)) this.#pairs.first(table, row);
    else if (arrivals.has(kind)) this.#pairs.second(table, row);
    else if (kind === Code.laneEnded) this.#laneEnded(table, row);
    else if (kind === Code.joinEnded && table.code(row) === joinedToEnd) this.#joinEnded(table, row);
  }

  #laneEnded(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    if (this.#laneEnds.has(lane)) return;
    this.#laneEnds.set(lane, row);
    for (const join of this.#joins.get(lane) ?? []) this.#add("join", table, row, join);
    this.#joins.delete(lane);
  }

  #joinEnded(table: TraceTable, row: number): void {
    const target = table.other(row);
    const end = this.#laneEnds.get(target);
    const waiting = this.#joins.get(target);
    if (end !== undefined) this.#add("join", table, end, row);
    else if (waiting !== undefined) waiting.push(row);
    else this.#joins.set(target, [row]);
  }

  #add(kind: ArrowKind, table: TraceTable, fromRow: number, toRow: number): void {
    const from = table.lane(fromRow);
    const to = table.lane(toRow);
    const key = `${kind} ${from} ${to}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = new ArrowGroup(kind, from, to);
      this.#groups.set(key, group);
    }
    group.index.add(table.t(fromRow), fromRow, toRow);
    group.longest = Math.max(group.longest, table.t(toRow) - table.t(fromRow));
  }
}
