/**
 * Fold: the moments of a lane that matter to a reader: asked, seen, requested, delivered, refused, joined, messages
 * sent and received, and what the program was warned of. By lane, in order of time.
 */
import { Code, onStderr } from "../kinds.ts";
import type { TraceTable } from "../table.ts";
import { TimeIndex } from "./time-index.ts";

const matter: ReadonlySet<number> = new Set([
  Code.signalSet,
  Code.signalSeen,
  Code.cancelRequested,
  Code.cancelDelivered,
  Code.cancelRefused,
  Code.joinEnded,
  Code.messageSent,
  Code.messageReceived,
]);
const nothing = new TimeIndex();

/** Whether a row is a warning of the program's: what it, or its runtime, wrote to standard error. */
export function isWarning(table: TraceTable, row: number): boolean {
  return table.kind(row) === Code.output && table.code(row) === onStderr;
}

export class MomentFold {
  readonly #lanes = new Map<number, TimeIndex>();

  /** A lane's moments; empty when it had none. */
  of(lane: number): TimeIndex {
    return this.#lanes.get(lane) ?? nothing;
  }

  /** Takes in one row. */
  row(table: TraceTable, row: number): void {
    if (!matter.has(table.kind(row)) && !isWarning(table, row)) return;
    const lane = table.lane(row);
    let moments = this.#lanes.get(lane);
    if (moments === undefined) {
      moments = new TimeIndex();
      this.#lanes.set(lane, moments);
    }
    moments.add(table.t(row), row);
  }
}
