/**
 * A recording as CSV (RFC 4180, UTF-8): a line of column names, then one line an event, in order of time. It carries
 * the events, not the header. Written in pieces, so that a file of any length is never a text in memory.
 */
import type { LaneId } from "../../trace/ids.ts";
import type { Lane } from "../../trace/lane.ts";
import type { Recording } from "../../trace/recording.ts";
import { csvCells, csvColumns } from "./csv-columns.ts";

/** A piece is given out once it has this many characters. */
const pieceLength = 65_536;
const lineEnd = "\r\n";

/** The file's text, in pieces of whole lines. */
export function* writeCsv({ header, events }: Recording): Generator<string> {
  const lanes = new Map<LaneId, Lane>(header.lanes.map((lane) => [lane.id, lane]));
  let piece = csvColumns.join(",") + lineEnd;
  for (const event of events) {
    piece += csvCells(event, lanes.get(event.lane)).join(",") + lineEnd;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
