/**
 * Lanes that were created and have not ended: what a run must close when a producer dies or the recording stops,
 * so that each lane ends in exactly one way. Looks at each row once, as its batch arrives.
 */
import type { Batch } from "../trace/batch.ts";
import { Code, type LaneKind } from "../trace/kinds.ts";
import { packedKind } from "../trace/lane.ts";

export interface OpenLane {
  readonly lane: number;
  readonly kind: LaneKind;
}

export class OpenLanes {
  readonly #open = new Map<number, LaneKind>();
  readonly #ended = new Set<number>();

  /** Takes in one batch. A lane's end may arrive before its creation, which another thread wrote. */
  add(batch: Batch): void {
    const { kind, lane, code } = batch.columns;
    for (let row = 0; row < batch.count; row++) {
      const id = lane[row] ?? 0;
      if (kind[row] === Code.laneCreated) {
        if (!this.#ended.has(id)) this.#open.set(id, packedKind(code[row] ?? 0));
      } else if (kind[row] === Code.laneEnded) {
        this.#open.delete(id);
        this.#ended.add(id);
      }
    }
  }

  /** The open lanes whose id satisfies `among`, youngest first: children end before their parents. */
  list(among: (lane: number) => boolean): readonly OpenLane[] {
    const lanes: OpenLane[] = [];
    for (const [lane, kind] of this.#open) if (among(lane)) lanes.push({ lane, kind });
    return lanes.reverse();
  }
}
