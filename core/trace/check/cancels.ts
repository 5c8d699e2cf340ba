/**
 * Invariant: each `cancel.requested` is delivered or refused, or its target ended first.
 * A delivery answers every request that is open on its lane: of several its `id` names the first. A task may end
 * without one when it asked itself, when the request travelled on to what it awaited (which may have swallowed it),
 * or when it was killed, abandoned, or still open when the recording stopped. A delivery with neither `id` nor `cause`
 * is an error that the coroutine raised itself.
 */
import type { EventOf, TraceEvent } from "../event.ts";
import type { LaneId } from "../ids.ts";
import { type CheckContext, type Place, placeText, refKey } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

const name = "cancels";

interface Request {
  readonly place: Place;
  readonly target: LaneId;
  readonly bySelf: boolean;
  /** Its place among all requests. */
  readonly order: number;
  travelled: boolean;
  named: boolean;
}

/** The requests that one lane has not answered by its end. */
interface Target {
  readonly requests: Map<number, Request>;
  /** A delivery answers every request that is open then: those of a lower order. */
  deliveredBefore: number;
}

export class CancelsInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #requests = new Map<number, Request>();
  readonly #targets = new Map<LaneId, Target>();
  #order = 0;
  readonly #ended = new Set<LaneId>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  known(event: TraceEvent): void {
    switch (event.kind) {
      case "cancel.requested":
        this.#requested(event);
        return;
      case "cancel.delivered":
        this.#delivered(event);
        return;
      case "cancel.refused":
        this.#refused(event);
        return;
      case "lane.ended":
        this.#laneEnded(event);
    }
  }

  end(): void {
    if (this.#context.hasLosses) return;
    for (const request of this.#requests.values()) {
      if (this.#isDelivered(request)) continue;
      this.#context.breach(
        name,
        `${placeText(request.place)} asks ${this.#context.laneName(request.target)} to cancel: it is neither delivered nor refused, and the lane never ends`,
      );
    }
  }

  #requested(event: EventOf<"cancel.requested">): void {
    const { target } = event;
    const cause = event.cause === undefined ? undefined : this.#requests.get(refKey(event.cause));
    if (cause !== undefined) cause.travelled = true;
    if (this.#ended.has(target)) return;
    const place = this.#context.place(event);
    const bySelf = event.lane === target;
    const order = this.#order++;
    this.#put(refKey(event.id), { place, target, bySelf, order, travelled: false, named: false });
  }

  #put(key: number, request: Request): void {
    const before = this.#requests.get(key);
    if (before !== undefined) this.#targets.get(before.target)?.requests.delete(key);
    this.#requests.set(key, request);
    const target = this.#targets.get(request.target);
    if (target !== undefined) target.requests.set(key, request);
    else this.#targets.set(request.target, { requests: new Map([[key, request]]), deliveredBefore: 0 });
  }

  #isDelivered({ target, order }: Request): boolean {
    return order < (this.#targets.get(target)?.deliveredBefore ?? 0);
  }

  #delivered(event: EventOf<"cancel.delivered">): void {
    const place = this.#context.place(event);
    if (event.id !== undefined) {
      const request = this.#requests.get(refKey(event.id));
      if (request?.target === event.lane && !request.named) request.named = true;
      else if (request !== undefined || !this.#context.hasLosses) {
        const why = request?.named === true ? "was delivered before" : "did not ask this lane";
        this.#context.breach(name, `${placeText(place)} delivers [${event.id.join(", ")}], which ${why}`);
      }
    }
    const target = this.#targets.get(event.lane);
    if (target !== undefined) target.deliveredBefore = this.#order;
  }

  #refused(event: EventOf<"cancel.refused">): void {
    const request = this.#requests.get(refKey(event.id));
    if (request?.target === event.lane && this.#isDelivered(request)) return;
    if (request === undefined && this.#context.hasLosses) return;
    const why = request?.target === event.lane ? "was not delivered before" : "did not ask this lane";
    this.#context.breach(
      name,
      `${placeText(this.#context.place(event))} refuses [${event.id.join(", ")}], which ${why}`,
    );
  }

  #laneEnded(event: EventOf<"lane.ended">): void {
    this.#ended.add(event.lane);
    const excused = event.how === "killed" || event.how === "abandoned" || event.how === "open";
    for (const [key, request] of this.#targets.get(event.lane)?.requests ?? []) {
      this.#requests.delete(key);
      const { place, bySelf, travelled } = request;
      if (this.#isDelivered(request) || bySelf || travelled || excused || this.#context.hasLosses) continue;
      this.#context.breach(
        name,
        `${placeText(place)} asks ${this.#context.laneName(event.lane)} to cancel, and it ends "${event.how}" without that being delivered or refused`,
      );
    }
    this.#targets.delete(event.lane);
  }
}
