/**
 * Invariant: every producer and every lane that an event stands on is declared in the header. A lane whose creation was
 * lost could not be.
 */
import type { AnyEvent } from "../event.ts";
import type { LaneId, ProducerId } from "../ids.ts";
import { type CheckContext, type Place, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

export class DeclaredInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #producers = new Set<ProducerId>();
  readonly #lanes = new Map<LaneId, Place>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  any(event: AnyEvent): void {
    const context = this.#context;
    if (context.producer(event.p) === undefined && !this.#producers.has(event.p)) {
      this.#producers.add(event.p);
      context.breach("declared", `${placeText(context.place(event))}: the header declares no producer ${event.p}`);
    }
    if (context.lane(event.lane) === undefined && !this.#lanes.has(event.lane)) {
      this.#lanes.set(event.lane, context.place(event));
    }
  }

  end(): void {
    if (this.#context.hasLosses) return;
    for (const [lane, place] of this.#lanes) {
      this.#context.breach("declared", `${placeText(place)}: the header declares no lane ${lane}`);
    }
  }
}
