/**
 * Fold: the source lines that each lane came to, as the rows of its `line` events in order of time, so that where a lane was
 * at any instant is found by a binary search. 4 bytes a line. Invariants: times never decrease; of equal times the order of
 * the table's rows stays.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";

const smallest = 8;
/** By how much full columns grow: what is kept unused is a sixteenth on average. */
const growth = 1.125;

class LaneLines {
  #rows = new Int32Array(smallest);
  #length = 0;

  get first(): number {
    return this.#rows[0] ?? -1;
  }

  get last(): number {
    return this.#rows[this.#length - 1] ?? -1;
  }

  add(table: TraceTable, row: number): void {
    if (this.#length === this.#rows.length) this.#grow();
    const t = table.t(row);
    const isLate = this.#length > 0 && table.t(this.last) > t;
    const at = isLate ? this.#countUntil(table, t, row) : this.#length;
    if (isLate) this.#rows.copyWithin(at + 1, at, this.#length);
    this.#rows[at] = row;
    this.#length += 1;
  }

  /** The last one at or before `t` (µs), of those at `t` the last that is not after row `until`; −1 for none. */
  at(table: TraceTable, t: number, until: number): number {
    return this.#rows[this.#countUntil(table, t, until) - 1] ?? -1;
  }

  #countUntil(table: TraceTable, t: number, until: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.#rows[middle] ?? -1;
      const own = table.t(row);
      if (own < t || (own === t && row <= until)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const rows = new Int32Array(Math.ceil(this.#rows.length * growth));
    rows.set(this.#rows);
    this.#rows = rows;
  }
}

export class LineFold {
  readonly #lanes = new Map<number, LaneLines>();

  /** Lanes that came to a line so far. */
  get size(): number {
    return this.#lanes.size;
  }

  /** The lane's earliest `line` row; undefined before there is one. */
  first(lane: number): number | undefined {
    return this.#lanes.get(lane)?.first;
  }

  /** The lane's latest `line` row; undefined before its first. The table has the file (`text`) and the line (`n`). */
  of(lane: number): number | undefined {
    return this.#lanes.get(lane)?.last;
  }

  /** The lane's last `line` row at or before `t`, µs; undefined where there is none. */
  at(table: TraceTable, lane: number, t: number): number | undefined {
    const row = this.#lanes.get(lane)?.at(table, t, Number.POSITIVE_INFINITY) ?? -1;
    return row < 0 ? undefined : row;
  }

  /** The last `line` row of the lane of `row` that came no later than `row` itself; undefined where there is none. */
  before(table: TraceTable, row: number): number | undefined {
    const line = this.#lanes.get(table.lane(row))?.at(table, table.t(row), row) ?? -1;
    return line < 0 ? undefined : line;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    if (table.kind(row) !== Code.line) return;
    const lane = table.lane(row);
    let lines = this.#lanes.get(lane);
    if (lines === undefined) {
      lines = new LaneLines();
      this.#lanes.set(lane, lines);
    }
    lines.add(table, row);
  }
}
