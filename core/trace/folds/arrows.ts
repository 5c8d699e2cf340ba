/**
 * Fold: who caused what on another lane, as pairs of rows: a message from sent to received, a cancel from requested to
 * delivered, a signal from set to seen, a join from the joined lane's end to its joiner. The two ends may arrive in
 * either order. Arrows are kept by kind and pair of lanes, in order of their start, so that a picture of any stretch
 * of time looks at its own arrows only.
 */
import { Code, codeOf, joinEnds } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
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
const arrowArrivingWith: ReadonlyMap<number, ArrowKind> = new Map<number, ArrowKind>([
  [Code.messageReceived, "message"],
  [Code.cancelDelivered, "cancel"],
  [Code.signalSeen, "signal"],
]);
const joinedToEnd = codeOf(joinEnds, "ended");

export class ArrowFold {
  readonly #groups = new Map<string, ArrowGroup>();
  readonly #beginnings = new Map<number, number>();
  readonly #arrivals = new Map<number, number>();
  readonly #laneEnds = new Map<number, number>();
  readonly #joins = new Map<number, number[]>();

  get groups(): Iterable<ArrowGroup> {
    return this.#groups.values();
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    const begins = arrowBegunBy.get(kind);
    const arrives = arrowArrivingWith.get(kind);
    if (begins !== undefined) this.#begin(begins, table, row);
    else if (arrives !== undefined) this.#arrive(arrives, table, row);
    else if (kind === Code.laneEnded) this.#laneEnded(table, row);
    else if (kind === Code.joinEnded && table.code(row) === joinedToEnd) this.#joinEnded(table, row);
  }

  #begin(kind: ArrowKind, table: TraceTable, row: number): void {
    const name = nameOf(table, row);
    this.#beginnings.set(name, row);
    const arrival = this.#arrivals.get(name);
    if (arrival === undefined) return;
    this.#arrivals.delete(name);
    this.#add(kind, table, row, arrival);
  }

  #arrive(kind: ArrowKind, table: TraceTable, row: number): void {
    if (table.idProducer(row) < 0) return;
    const name = nameOf(table, row);
    const beginning = this.#beginnings.get(name);
    if (beginning === undefined) this.#arrivals.set(name, row);
    else this.#add(kind, table, beginning, row);
    // A message arrives once; a signal may be seen, and a cancel delivered, by several.
    if (kind === "message") this.#beginnings.delete(name);
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

/** The event that a row's `id` names, as one number: producers fit 11 bits, their numbers 32. */
function nameOf(table: TraceTable, row: number): number {
  return table.idProducer(row) * 2 ** 32 + table.idSeq(row);
}
