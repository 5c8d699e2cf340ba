/**
 * Fold: the moments of a lane that matter to a reader: asked, seen, requested, delivered, refused, joined, messages
 * sent and received. By lane, in order of time.
 */
import { Code } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { TimeIndex } from "./time-index.ts";

const nothing = new TimeIndex();

export class MomentFold {
  readonly #lanes = new Map<number, TimeIndex>();

  /** A lane's moments; empty when it had none. */
  of(lane: number): TimeIndex {
    return this.#lanes.get(lane) ?? nothing;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    if (!matters(table.kind(row))) return;
    const lane = table.lane(row);
    let moments = this.#lanes.get(lane);
    if (moments === undefined) {
      moments = new TimeIndex();
      this.#lanes.set(lane, moments);
    }
    moments.add(table.t(row), row);
  }
}

function matters(kind: number): boolean {
  switch (kind) {
    case Code.signalSet:
    case Code.signalSeen:
    case Code.cancelRequested:
    case Code.cancelDelivered:
    case Code.cancelRefused:
    case Code.joinEnded:
    case Code.messageSent:
    case Code.messageReceived:
      return true;
    default:
      return false;
  }
}
