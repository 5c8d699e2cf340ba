/**
 * Where the keys lead: along a lane from one event to the next, from lane to lane at one instant, to the cause.
 */
import type { SelectionRef, Step } from "../../contract/timeline-selection.ts";
import { type LaneRow, placeOf } from "../lane-rows.ts";
import type { Recording } from "../recording.ts";
import type { Viewport } from "../viewport.ts";
import { causeOf } from "./causes.ts";
import { LaneStops } from "./lane-stops.ts";
import { reachOf } from "./reach.ts";
import { refOf } from "./span-of.ts";

export interface StepFrom {
  readonly recording: Recording;
  /** The lanes from top to bottom. */
  readonly rows: readonly LaneRow[];
  readonly view: Viewport;
  /** What is selected; nothing yet when left out. */
  readonly selected?: SelectionRef;
  /** µs. */
  readonly now: number;
}

/** What is selected after the step: the same where there is nothing further. Undefined while there is nothing at all. */
export function stepTo(from: StepFrom, to: Step): SelectionRef | undefined {
  const { recording, rows, selected, now } = from;
  const reach = selected === undefined ? undefined : reachOf(recording, selected, now);
  if (selected === undefined || reach === undefined) return firstSelection(from, to);
  const place = placeOf(rows, reach.lane);
  const stops = new LaneStops(recording, reach.lane);
  const row = selected.kind === "lane" ? -1 : selected.row;
  switch (to) {
    case "up":
    case "down":
      return onLane(from, place + (to === "up" ? -1 : 1), reach.from, selected) ?? selected;
    case "first":
      return rowRef(recording, stops.first) ?? selected;
    case "last":
      return rowRef(recording, stops.last) ?? selected;
    case "cause":
      return rowRef(recording, row < 0 ? -1 : causeOf(recording, row)) ?? selected;
    case "next":
      return rowRef(recording, row < 0 ? firstInSight(from, stops) : stops.after(row)) ?? selected;
    case "previous":
      return rowRef(recording, row < 0 ? stops.last : stops.before(row)) ?? selected;
  }
}

/** Nothing is selected yet: the topmost lane, or the lowest. */
function firstSelection({ rows }: StepFrom, to: Step): SelectionRef | undefined {
  const row = to === "up" || to === "last" ? rows.at(-1) : rows[0];
  return row === undefined ? undefined : { kind: "lane", lane: row.lane.id };
}

/** On another lane: the lane itself, or what it did at `t` (µs), or what it did first. */
function onLane({ recording, rows }: StepFrom, place: number, t: number, selected: SelectionRef) {
  const row = rows[place];
  if (row === undefined) return undefined;
  const lane: SelectionRef = { kind: "lane", lane: row.lane.id };
  const spans = recording.spans.of(row.lane.id);
  if (selected.kind === "lane" || spans === undefined || spans.length === 0) return lane;
  if (t > spans.end) return rowRef(recording, spans.endRow) ?? lane;
  return rowRef(recording, spans.row(Math.max(0, spans.indexAt(t)))) ?? lane;
}

function firstInSight({ view }: StepFrom, stops: LaneStops): number {
  for (const row of stops.from(view.from)) return row;
  return stops.last;
}

function rowRef(recording: Recording, row: number): SelectionRef | undefined {
  return row < 0 ? undefined : refOf(recording, row);
}
