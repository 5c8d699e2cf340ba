/**
 * Fold: the source line that each lane runs now, as the row of its last `line` event.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";

export class CurrentLineFold {
  readonly #rows = new Map<number, number>();

  /** The lane's last `line` row; undefined before its first. The table has the file (`text`) and the line (`n`). */
  of(lane: number): number | undefined {
    return this.#rows.get(lane);
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    if (table.kind(row) !== Code.line) return;
    const lane = table.lane(row);
    const last = this.#rows.get(lane);
    if (last === undefined || table.t(last) <= table.t(row)) this.#rows.set(lane, row);
  }
}
