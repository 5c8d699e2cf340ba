/**
 * The events in sight as rows of words, in order of time over all lanes: the picture for those who can't see it. Bounded:
 * of a range that holds more, the first are told, and how many there are. Each lane is looked at once, and then only the one
 * whose turn it is.
 */
import type { EventRow, EventTable } from "../../contract/timeline-selection.ts";
import type { LaneRow } from "../lane-rows.ts";
import type { Recording } from "../recording.ts";
import type { Wording } from "../scene.ts";
import type { Viewport } from "../viewport.ts";
import { eventWords } from "./event-words.ts";
import { LaneStops } from "./lane-stops.ts";
import { ReadingQueue } from "./reading-queue.ts";
import { refOf, spanOf } from "./span-of.ts";

/** Rows of one table. */
export const rowsAtMost = 200;

/** The table of what happened from `view.from` to `view.to`. `now` (µs) ends what goes on. */
export function eventTable(
  recording: Recording,
  rows: readonly LaneRow[],
  { from, to }: Viewport,
  now: number,
  language: Wording["language"],
): EventTable {
  const wording = { table: recording.table, language };
  let total = 0;
  const readings = new ReadingQueue(recording.table);
  for (const [place, row] of rows.entries()) {
    const stops = new LaneStops(recording, row.lane.id);
    const count = stops.count(from, to);
    total += count;
    if (count > 0) readings.add(place, stops.from(from));
  }
  const told: EventRow[] = [];
  while (told.length < rowsAtMost) {
    const next = readings.take();
    const row = next === undefined ? undefined : rows[next.place];
    if (next === undefined || row === undefined || next.t > to) break;
    told.push(rowOf(recording, wording, row, next.row, now));
  }
  return { from, to, total, rows: told };
}

function rowOf(recording: Recording, wording: Wording, { lane: of }: LaneRow, row: number, now: number): EventRow {
  const { name: lane, runtime } = of;
  const at = recording.table.t(row);
  const span = spanOf(recording, row);
  const base = { ref: refOf(recording, row), at, lane, runtime, what: eventWords(wording, row) };
  return span === undefined ? base : { ...base, lasts: span.spans.endOf(span.index, now) - at };
}
