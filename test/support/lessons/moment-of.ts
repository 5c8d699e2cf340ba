/**
 * Finds the event that a lesson's "look here" means, the plain way: all events that fit, in order of time, and of them
 * the one it counts to.
 */
import type { LookHere } from "../../../core/contract/look-here.ts";
import { type AnyEvent, isKnown } from "../../../core/trace/event.ts";

/** The event, or undefined when the recording has none. `events` in order of time. */
export function momentOf(
  { kind, lane, why, nth = 0 }: LookHere,
  events: readonly AnyEvent[],
  laneName: (event: AnyEvent) => string | undefined,
): AnyEvent | undefined {
  const fitting = events.filter((event) => {
    if (event.kind !== kind || laneName(event) !== lane) return false;
    return why === undefined || (isKnown(event) && event.kind === "wait" && event.why === why);
  });
  return fitting[nth];
}
