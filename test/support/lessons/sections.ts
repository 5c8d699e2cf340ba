/**
 * The stretches of a recording in which a lane is between two of its lines: a critical section, as the recording has it.
 */
import { type AnyEvent, type EventOf, isKnown } from "../../../core/trace/event.ts";

export interface Section {
  readonly lane: number;
  readonly from: EventOf<"line">;
  readonly to: EventOf<"line">;
}

/** One section for each time a lane comes to the line `first` and then to `last`. `events` in order of time. */
export function sections(events: readonly AnyEvent[], first: number, last: number): readonly Section[] {
  const open = new Map<number, EventOf<"line">>();
  const found: Section[] = [];
  for (const event of events) {
    if (!isLine(event)) continue;
    if (event.line === first) open.set(event.lane, event);
    const from = open.get(event.lane);
    if (event.line !== last || from === undefined) continue;
    open.delete(event.lane);
    found.push({ lane: event.lane, from, to: event });
  }
  return found;
}

/** The line events of other lanes within a section, at one of these lines. */
export function intruders(events: readonly AnyEvent[], section: Section, at: readonly number[]): readonly AnyEvent[] {
  return events.filter((event) => {
    if (!isLine(event) || event.lane === section.lane || !at.includes(event.line)) return false;
    return event.t > section.from.t && event.t < section.to.t;
  });
}

function isLine(event: AnyEvent): event is EventOf<"line"> {
  return isKnown(event) && event.kind === "line";
}
