/**
 * Fold: the events that a lesson wants looked at. Rows may come before the name of their lane, which another producer
 * wrote: the first few of each lane that can be meant are kept by the lane's number, and found by its name when asked.
 */
import type { LookHere } from "../../contract/look-here.ts";
import { isLaneId } from "../ids.ts";
import { Code, codeOf, kinds, whys } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { idName } from "./statistics/pairs.ts";

interface Wanted {
  readonly moment: LookHere;
  readonly kind: number;
  /** −1 for any. */
  readonly why: number;
  /** By lane, the rows that fit, as many as are needed. */
  readonly rows: Map<number, number[]>;
}

export class LookHereFold {
  #wanted: readonly Wanted[] = [];
  #kinds: ReadonlySet<number> = new Set();
  /** The requests to stop that were noticed, by name. */
  readonly #noticed = new Set<number>();
  #found: { readonly of: string; readonly rows: readonly number[] } | undefined;

  /** Looks for these from here on, and in the rows that have come. */
  look(moments: readonly LookHere[], table: TraceTable): void {
    this.#wanted = moments.map((moment) => ({
      moment,
      kind: codeOf(kinds, moment.kind),
      why: moment.why === undefined ? -1 : codeOf(whys, moment.why),
      rows: new Map(),
    }));
    this.#kinds = new Set(this.#wanted.map(({ kind }) => kind));
    this.#noticed.clear();
    this.#found = undefined;
    if (this.#wanted.length > 0) for (let row = 0; row < table.length; row++) this.row(table, row);
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.signalSeen || kind === Code.cancelDelivered) this.#noticed.add(idName(table, row));
    if (!this.#kinds.has(kind)) return;
    for (const wanted of this.#wanted) {
      if (wanted.kind !== kind || (kind === Code.wait && wanted.why >= 0 && wanted.why !== table.code(row))) continue;
      const lane = table.lane(row);
      const rows = wanted.rows.get(lane);
      if (rows === undefined) wanted.rows.set(lane, [row]);
      else if (rows.length <= (wanted.moment.nth ?? 0)) rows.push(row);
    }
  }

  /** The row of each moment, −1 for one that has not come: in the moments' order. Looked up once for each state of the table. */
  rows(table: TraceTable): readonly number[] {
    const of = `${table.length} ${table.lanes.size}`;
    if (of !== this.#found?.of) this.#found = { of, rows: this.#find(table) };
    return this.#found.rows;
  }

  #find(table: TraceTable): readonly number[] {
    return this.#wanted.map(({ moment, rows }) => {
      for (const [lane, found] of rows) {
        const declared = isLaneId(lane) ? table.lanes.get(lane) : undefined;
        if (declared?.name !== moment.lane || declared.runtime !== moment.mode) continue;
        const row = found[moment.nth ?? 0] ?? -1;
        const counts = moment.noticed !== true || row < 0 || this.#noticed.has(idName(table, row));
        return counts ? row : -1;
      }
      return -1;
    });
  }

  /** The moments that are looked for. */
  get moments(): readonly LookHere[] {
    return this.#wanted.map(({ moment }) => moment);
  }
}
