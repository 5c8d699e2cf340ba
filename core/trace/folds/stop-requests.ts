/**
 * Fold: requests to stop, and what became of them: a thread's signal from set to seen, a task's cancel from requested
 * to delivered. Kept by the lane that asked, since that lane's way of running may be declared later; of each lane the
 * latest request counts.
 */
import { isLaneId } from "../ids.ts";
import { Code, type Runtime } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { Pairs } from "./statistics/pairs.ts";

export interface StopRequest {
  /** The row that asked. */
  readonly asked: number;
  /** The row in which it was noticed first; −1 so far. */
  readonly noticed: number;
}

export class StopRequestFold {
  readonly #latest = new Map<number, StopRequest>();
  readonly #pairs = new Pairs((table, asked, noticed) => this.#noticed(table, asked, noticed));

  /**
   * The latest request made in that way of running; undefined when there was none. One that was noticed comes before one
   * that was not: a person's Cancel before the program's own, which finds the spinner gone.
   */
  of(table: TraceTable, runtime: Runtime): StopRequest | undefined {
    let best: StopRequest | undefined;
    for (const [lane, request] of this.#latest) {
      if (!isLaneId(lane) || table.lanes.get(lane)?.runtime !== runtime) continue;
      if (best === undefined || isBefore(table, best, request)) best = request;
    }
    return best;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    if (kind === Code.signalSet || kind === Code.cancelRequested) {
      this.#asked(table, row);
      this.#pairs.first(table, row);
    } else if (kind === Code.signalSeen || kind === Code.cancelDelivered) this.#pairs.second(table, row);
  }

  #asked(table: TraceTable, row: number): void {
    const lane = table.lane(row);
    const before = this.#latest.get(lane);
    if (before === undefined || table.t(before.asked) <= table.t(row))
      this.#latest.set(lane, { asked: row, noticed: -1 });
  }

  #noticed(table: TraceTable, asked: number, noticed: number): void {
    const lane = table.lane(asked);
    const request = this.#latest.get(lane);
    if (request?.asked !== asked || (request.noticed >= 0 && table.t(request.noticed) <= table.t(noticed))) return;
    this.#latest.set(lane, { asked, noticed });
  }
}

/** Whether `other` is more worth telling than `request`. */
function isBefore(table: TraceTable, request: StopRequest, other: StopRequest): boolean {
  const noticed = request.noticed >= 0;
  if (noticed !== other.noticed >= 0) return !noticed;
  return table.t(other.asked) > table.t(request.asked);
}
