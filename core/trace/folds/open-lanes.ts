/**
 * Fold: the lanes that were created and have not ended. A lane's end may arrive before its creation, which another
 * producer wrote.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";

export class OpenLaneFold {
  readonly #open = new Set<number>();
  readonly #ended = new Set<number>();

  /** Lane ids, in order of their creation's arrival. */
  get lanes(): ReadonlySet<number> {
    return this.#open;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    const lane = table.lane(row);
    if (kind === Code.laneCreated && !this.#ended.has(lane)) this.#open.add(lane);
    else if (kind === Code.laneEnded) {
      this.#ended.add(lane);
      this.#open.delete(lane);
    }
  }
}
