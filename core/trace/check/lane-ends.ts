/**
 * Invariants: every thread and task lane was created, once, and has exactly one end; no lane has more than one. They
 * hold whatever was lost: main ends what it was not told the end of.
 */
import type { TraceEvent } from "../event.ts";
import type { LaneId } from "../ids.ts";
import { type CheckContext, type Place, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

const name = "lane ends";

export class LaneEndsInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #created = new Map<LaneId, Place>();
  readonly #ended = new Map<LaneId, Place>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  known(event: TraceEvent): void {
    if (event.kind === "lane.created") this.#once(this.#created, event, "is created");
    else if (event.kind === "lane.ended") this.#once(this.#ended, event, "ends");
  }

  end(): void {
    for (const { id, kind } of this.#context.header.lanes) {
      if (kind !== "thread" && kind !== "task") continue;
      if (!this.#created.has(id)) this.#context.breach(name, `${this.#context.laneName(id)} was never created`);
      if (!this.#ended.has(id)) this.#context.breach(name, `${this.#context.laneName(id)} has no end`);
    }
  }

  #once(seen: Map<LaneId, Place>, event: TraceEvent, what: string): void {
    const context = this.#context;
    const before = seen.get(event.lane);
    if (before === undefined) seen.set(event.lane, context.place(event));
    else {
      context.breach(
        name,
        `${placeText(context.place(event))}: ${context.laneName(event.lane)} ${what} a second time, after ${placeText(before)}`,
      );
    }
  }
}
