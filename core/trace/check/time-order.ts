/**
 * Invariants: time never runs backwards within a producer; and the file is in order of time, ties by producer, then
 * by number.
 */
import type { AnyEvent } from "../event.ts";
import type { ProducerId } from "../ids.ts";
import { type CheckContext, type Place, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

export class TimeOrderInvariant implements Invariant {
  readonly #context: CheckContext;
  /** The event of the highest number, by producer. */
  readonly #highest = new Map<ProducerId, Place>();
  #previous: Place | undefined;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  any(event: AnyEvent): void {
    const place = this.#context.place(event);
    const highest = this.#highest.get(event.p);
    if (highest !== undefined && runsBackwards(highest, place)) {
      this.#context.breach(
        "time forward",
        `time of producer ${event.p} runs backwards between ${placeText(highest)} and ${placeText(place)}`,
      );
    }
    if (highest === undefined || place.s > highest.s) this.#highest.set(event.p, place);
    const before = this.#previous;
    if (before !== undefined && compare(before, place) > 0) {
      this.#context.breach(
        "order",
        `${placeText(place)} stands after ${placeText(before)}: the file is not in order of time`,
      );
    }
    this.#previous = place;
  }
}

/** A higher number at an earlier time, whichever stands first in the file. */
function runsBackwards(a: Place, b: Place): boolean {
  return a.s < b.s ? a.t > b.t : b.s < a.s && b.t > a.t;
}

function compare(a: Place, b: Place): number {
  return a.t - b.t || a.p - b.p || a.s - b.s;
}
