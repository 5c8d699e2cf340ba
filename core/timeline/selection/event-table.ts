/**
 * The events in sight as rows of words, in order of time over all lanes: the picture for those who can't see it. Bounded:
 * of a range that holds more, the first are told, and how many there are.
 */
import type { EventRow, EventTable } from "../../contract/timeline-selection.ts";
import type { LaneRow } from "../lane-rows.ts";
import type { Recording } from "../recording.ts";
import type { Wording } from "../scene.ts";
import type { Viewport } from "../viewport.ts";
import { eventWords } from "./event-words.ts";
import { LaneStops } from "./lane-stops.ts";
import { refOf, spanOf } from "./span-of.ts";

/** Rows of one table. */
export const rowsAtMost = 200;

interface Reading {
  readonly row: LaneRow;
  readonly rows: Generator<number, void>;
  /** The next row, and when it is, µs. */
  next: number;
  t: number;
}

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
  const readings: Reading[] = [];
  for (const row of rows) {
    const stops = new LaneStops(recording, row.lane.id);
    total += stops.count(from, to);
    const reading: Reading = { row, rows: stops.from(from), next: -1, t: Number.POSITIVE_INFINITY };
    readOn(recording, reading);
    readings.push(reading);
  }
  const told: EventRow[] = [];
  while (told.length < rowsAtMost) {
    const first = readings.reduce<Reading | undefined>(
      (best, reading) => (reading.t < (best?.t ?? Number.POSITIVE_INFINITY) ? reading : best),
      undefined,
    );
    if (first === undefined || first.t > to) break;
    told.push(rowOf(recording, wording, first, now));
    readOn(recording, first);
  }
  return { from, to, total, rows: told };
}

function readOn({ table }: Recording, reading: Reading): void {
  const next = reading.rows.next();
  reading.next = next.done === true ? -1 : next.value;
  reading.t = reading.next < 0 ? Number.POSITIVE_INFINITY : table.t(reading.next);
}

function rowOf(recording: Recording, wording: Wording, { row, next, t }: Reading, now: number): EventRow {
  const { name: lane, runtime } = row.lane;
  const span = spanOf(recording, next);
  const base = { ref: refOf(recording, next), at: t, lane, runtime, what: eventWords(wording, next) };
  return span === undefined ? base : { ...base, lasts: span.spans.endOf(span.index, now) - t };
}
