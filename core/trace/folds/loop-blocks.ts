/**
 * Fold: when the thread of a loop was held by one of its tasks. By loop, in order of time; each entry is the task's
 * `wait` row, and lasts as long as that wait does.
 */
import { isLaneId } from "../ids.ts";
import { Code, codeOf, whys } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { TimeIndex } from "./time-index.ts";

const block = codeOf(whys, "block");
const none = new TimeIndex();

export class LoopBlockFold {
  readonly #loops = new Map<number, TimeIndex>();

  /** Whether any loop was ever held. */
  get any(): boolean {
    return this.#loops.size > 0;
  }

  /** The waits that held a loop's thread; empty when there were none. */
  of(loop: number): TimeIndex {
    return this.#loops.get(loop) ?? none;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    if (table.kind(row) !== Code.wait || table.code(row) !== block) return;
    const lane = table.lane(row);
    const loop = (isLaneId(lane) ? table.lanes.get(lane)?.parent : undefined) ?? -1;
    let blocks = this.#loops.get(loop);
    if (blocks === undefined) {
      blocks = new TimeIndex();
      this.#loops.set(loop, blocks);
    }
    blocks.add(table.t(row), row);
  }
}
