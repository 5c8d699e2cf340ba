/**
 * Fold: who waits for whom without end, among threads, their locks and their joins; and whether that is a circle, which
 * nobody in it can leave. It is found at the moment in which the last of them begins to wait.
 * Invariant: a lane waits for one thing at most; a wait with a timeout is no wait without end.
 */
import type { AnyEvent, TraceEvent } from "../event.ts";
import { isKnown } from "../event.ts";
import type { LaneId } from "../ids.ts";

/** One of a circle: it waits for a lock that the next one holds, or, with no lock, for the next one's end. */
export interface Link {
  readonly waiter: LaneId;
  readonly lock: LaneId | undefined;
}

export interface Deadlock {
  /** When the circle closed, µs. */
  readonly t: number;
  /** Each waits for the one after it, the last for the first. */
  readonly circle: readonly Link[];
}

export class WaitForFold {
  readonly #owners = new Map<LaneId, LaneId>();
  readonly #waits = new Map<LaneId, LaneId>();
  readonly #locks = new Set<LaneId>();
  readonly #found = new Map<LaneId, Deadlock>();

  event(event: AnyEvent): void {
    if (!isKnown(event)) return;
    switch (event.kind) {
      case "lock.taken":
        this.#locks.add(event.lock);
        this.#owners.set(event.lock, event.lane);
        return;
      case "lock.freed":
        this.#owners.delete(event.lock);
        return;
      case "wait":
        this.#goesOn(event.lane);
        if (isEndless(event)) this.#waitsFor(event.lane, event.on, event.t);
        return;
      case "run":
      case "lane.ended":
        this.#goesOn(event.lane);
    }
  }

  /** The circles that are closed now. */
  get deadlocks(): readonly Deadlock[] {
    return [...new Set(this.#found.values())];
  }

  #waitsFor(lane: LaneId, on: LaneId, t: number): void {
    this.#waits.set(lane, on);
    const circle = this.#circleFrom(lane);
    if (circle === undefined) return;
    const deadlock = { t, circle };
    for (const { waiter } of circle) this.#found.set(waiter, deadlock);
  }

  #circleFrom(first: LaneId): readonly Link[] | undefined {
    const circle: Link[] = [];
    let waiter = first;
    do {
      const on = this.#waits.get(waiter);
      if (on === undefined || circle.length > this.#waits.size) return undefined;
      const next = this.#locks.has(on) ? this.#owners.get(on) : on;
      if (next === undefined) return undefined;
      circle.push({ waiter, lock: this.#locks.has(on) ? on : undefined });
      waiter = next;
    } while (waiter !== first);
    return circle;
  }

  /** A lane that runs again, or is gone, was in no circle, or that is broken. */
  #goesOn(lane: LaneId): void {
    this.#waits.delete(lane);
    const broken = this.#found.get(lane);
    if (broken !== undefined) for (const { waiter } of broken.circle) this.#found.delete(waiter);
  }
}

type EndlessWait = TraceEvent & { readonly kind: "wait"; readonly on: LaneId };

function isEndless(event: TraceEvent & { readonly kind: "wait" }): event is EndlessWait {
  return event.on !== undefined && event.ms === undefined && (event.why === "lock" || event.why === "join");
}
