/**
 * Lets a recording's events through as long as each producer's numbers only rise: a number that comes twice would
 * make two events of one name. The place is the line that the source says it is at; of one that has no lines, the line
 * of the `.spinscope` file that it would be, whose header is line 1.
 */
import { type AnyEvent, isKnown } from "../trace/event.ts";
import type { Recording } from "../trace/recording.ts";
import { UnreadableRecording } from "./unreadable.ts";

/** @throws UnreadableRecording at the first number that does not rise. */
export function* numberedOnce(events: Iterable<AnyEvent>, source: Pick<Recording, "line">): Generator<AnyEvent> {
  const next = new Map<number, number>();
  let line = 1;
  for (const event of events) {
    line += 1;
    const expected = next.get(event.p) ?? 0;
    if (event.s < expected) {
      throw new UnreadableRecording(
        `number ${event.s} of producer ${event.p} comes twice or out of order`,
        source.line ?? line,
      );
    }
    next.set(event.p, isKnown(event) && event.kind === "gap" ? event.to + 1 : event.s + 1);
    yield event;
  }
}
