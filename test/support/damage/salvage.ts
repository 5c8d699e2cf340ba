/**
 * Fault 15: a recording's file and a journal, cut at every byte and with every bit flipped. What a reader makes of each is
 * compared with what was whole before the damage. Sentences; none for readers that are right.
 */
import type { AnyEvent } from "../../../core/trace/event.ts";

/** What came of reading bytes: the leading events and what was said of the end, or a refusal. */
export type Outcome =
  | { readonly events: readonly AnyEvent[]; readonly cut: string | undefined }
  | { readonly refused: string };

export type ReadFile = (bytes: Uint8Array) => Outcome;

/** Where the lines of a file end: each is whole once so many bytes are there. */
function lineEnds(bytes: Uint8Array): readonly number[] {
  return [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1);
}

/** Cut at every byte: exactly the events of the whole lines, with their count; without a whole header a refusal. */
export function wronglyCut(read: ReadFile, bytes: Uint8Array): readonly string[] {
  const wrong: string[] = [];
  const ends = lineEnds(bytes);
  const all = eventsOf(read(bytes));
  for (let length = 0; length < bytes.length; length++) {
    const lines = ends.filter((end) => end <= length).length;
    const outcome = read(bytes.subarray(0, length));
    if (lines === 0) {
      if (!("refused" in outcome)) wrong.push(`cut after ${length} bytes, inside the header, it is read all the same`);
      continue;
    }
    const events = eventsOf(outcome);
    const expected = all.slice(0, lines - 1);
    if (JSON.stringify(events) !== JSON.stringify(expected)) {
      wrong.push(`cut after ${length} bytes: ${events.length} events are read, and ${expected.length} are whole`);
    }
    const said = "cut" in outcome ? outcome.cut : undefined;
    // Of a file that lacks only its last line end nothing is missing.
    if (length === bytes.length - 1) {
      if (said !== undefined) wrong.push(`without its last line end it is said to be cut: ${said}`);
    } else if (said?.includes(`${expected.length} whole events`) !== true)
      wrong.push(`cut after ${length} bytes: it says ${said}`);
  }
  return wrong;
}

/**
 * With a bit flipped: refused with a reason, or read with everything before the damaged line as it was. A text has no
 * checksum: of the line itself it may be another text that comes out, never another number of lines before it.
 */
export function wronglyFlipped(read: ReadFile, bytes: Uint8Array, bits: Iterable<number>): readonly string[] {
  const wrong: string[] = [];
  const ends = lineEnds(bytes);
  const all = eventsOf(read(bytes));
  for (const bit of bits) {
    const at = Math.floor(bit / 8);
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
    const outcome = read(flipped);
    if ("refused" in outcome) {
      if (outcome.refused === "") wrong.push(`bit ${bit} flipped: it is refused without a reason`);
      continue;
    }
    const before = Math.max(0, ends.filter((end) => end <= at).length - 1);
    const kept = JSON.stringify(outcome.events.slice(0, before)) === JSON.stringify(all.slice(0, before));
    if (!kept) wrong.push(`bit ${bit} flipped: the ${before} events before it are not what they were`);
    if (outcome.cut === undefined && outcome.events.length !== all.length) {
      wrong.push(`bit ${bit} flipped: ${outcome.events.length} events of ${all.length} are read, and nothing is said`);
    }
  }
  return wrong;
}

function eventsOf(outcome: Outcome): readonly AnyEvent[] {
  return "refused" in outcome ? [] : outcome.events;
}
