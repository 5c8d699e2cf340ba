/**
 * Invariant: a task that ended cancelled has a delivered.
 */
import type { TraceEvent } from "../event.ts";
import type { LaneId } from "../ids.ts";
import { type CheckContext, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

export class CancelledDeliveredInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #delivered = new Set<LaneId>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  known(event: TraceEvent): void {
    if (event.kind === "cancel.delivered") this.#delivered.add(event.lane);
    if (event.kind !== "lane.ended") return;
    const wasDelivered = this.#delivered.delete(event.lane);
    const context = this.#context;
    if (event.how !== "cancelled" || wasDelivered || context.hasLosses) return;
    if (context.lane(event.lane)?.kind !== "task") return;
    context.breach(
      "cancelled",
      `${placeText(context.place(event))}: ${context.laneName(event.lane)} ends cancelled, and nothing was delivered to it`,
    );
  }
}
