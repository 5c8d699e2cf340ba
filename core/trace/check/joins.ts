/**
 * Invariant: a join that ended with its target's end does so after that end.
 */
import type { TraceEvent } from "../event.ts";
import type { LaneId } from "../ids.ts";
import { type CheckContext, type Place, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

const name = "joins";

export class JoinsInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #ended = new Set<LaneId>();
  /** Joins whose target's end was not seen yet. */
  readonly #early = new Map<LaneId, Place[]>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  known(event: TraceEvent): void {
    const place = this.#context.place(event);
    if (event.kind === "join.ended" && event.how === "ended" && !this.#ended.has(event.target)) {
      const early = this.#early.get(event.target);
      if (early === undefined) this.#early.set(event.target, [place]);
      else early.push(place);
    } else if (event.kind === "lane.ended") this.#laneEnded(event, place);
  }

  end(): void {
    if (this.#context.hasLosses) return;
    for (const [lane, joins] of this.#early) {
      for (const join of joins) {
        this.#context.breach(name, `${placeText(join)} joined ${this.#context.laneName(lane)}, which never ended`);
      }
    }
  }

  #laneEnded({ lane, how }: Extract<TraceEvent, { kind: "lane.ended" }>, end: Place): void {
    this.#ended.add(lane);
    // It stands for the lane's own end, which was lost or not yet in when the recording was cut off: whoever joined the
    // lane had seen that one.
    if (how === "open" || (how === "abandoned" && this.#context.hasLosses)) this.#early.delete(lane);
    for (const join of this.#early.get(lane) ?? []) {
      if (end.t - join.t <= this.#context.tolerance(end.p, join.p)) continue;
      this.#context.breach(
        name,
        `${placeText(join)} joined ${this.#context.laneName(lane)} before that ended (${placeText(end)})`,
      );
    }
    this.#early.delete(lane);
  }
}
