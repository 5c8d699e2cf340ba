/**
 * A recording as `.spinscope`: JSON Lines, written in pieces from a source in order of time, so that a file of any
 * length is never a text in memory.
 */
import { isKnown } from "../../trace/event.ts";
import type { Recording } from "../../trace/recording.ts";
import { eventLine } from "./event-line.ts";
import { headerLine } from "./header.ts";

/** A piece is given out once it has this many characters. */
const pieceLength = 65_536;

/** The file's text, in pieces of whole lines. */
export function* writeNative(recording: Recording): Generator<string> {
  let piece = `${headerLine(recording.header)}\n`;
  let events = 0;
  let dropped = 0;
  for (const event of recording.events) {
    piece += `${eventLine(event)}\n`;
    events += 1;
    if (isKnown(event) && event.kind === "gap") dropped += event.to - event.from + 1;
    if (piece.length >= pieceLength) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}{"end":true,"events":${events},"dropped":${dropped}}\n`;
}
