/**
 * What a picture is made from: the recording and its folds, the part of time that is shown, the canvas. Layout reads
 * it and never changes it. Lengths in CSS pixels.
 */
import type { SelectionRef } from "../contract/timeline-selection.ts";
import type { Language } from "../i18n/index.ts";
import type { ArrowFold } from "../trace/folds/arrows.ts";
import type { MomentFold } from "../trace/folds/moments.ts";
import type { SpanFold } from "../trace/folds/spans.ts";
import { isLaneId } from "../trace/ids.ts";
import type { TraceTable } from "../trace/table.ts";
import type { TextStyle } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import type { Recording } from "./recording.ts";
import type { TimeScale } from "./time-scale.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Width of the lanes' names at the left; the time scale begins there. */
  readonly gutter: number;
  /** Height of the overview at the very top; 0 for none. */
  readonly overview: number;
  /** The bottom of the time axis, which is below the overview; the lanes begin there. */
  readonly axis: number;
  /** Where the lanes' place ends: the legend is below it. */
  readonly bottom: number;
  /** How far the lanes are scrolled up. */
  readonly scroll: number;
}

/** The width that a text takes in the font of its style. */
export type MeasureText = (text: string, style: TextStyle) => number;

/** What words about a recording are made from. */
export interface Wording {
  readonly table: TraceTable;
  readonly language: Language;
}

export interface Scene extends Wording {
  readonly recording: Recording;
  readonly spans: SpanFold;
  readonly arrows: ArrowFold;
  readonly moments: MomentFold;
  readonly rows: readonly LaneRow[];
  readonly scale: TimeScale;
  readonly frame: Frame;
  /** The end of what is known, µs: now while the run is live, else the recording's end. */
  readonly now: number;
  readonly live: boolean;
  readonly measure: MeasureText;
  /** Where the pointer is, if it is over the canvas. */
  readonly pointer?: { readonly x: number; readonly y: number };
  /** What is selected. */
  readonly selected?: SelectionRef;
  /** The lesson's moments that there are, by their numbers. */
  readonly lookHere: readonly ShownMoment[];
}

/** A moment that is worth a look: its number, and the row of its event. */
export interface ShownMoment {
  readonly number: number;
  readonly row: number;
}

/** The `y` of a row's place `within` it on the canvas. */
export function onCanvas(frame: Frame, within: number): number {
  return frame.axis + within - frame.scroll;
}

/** A lane's name as a text mentions it: `Thread-1 (spin)` is called Thread-1. */
export function laneName(table: TraceTable, lane: number): string {
  const known = isLaneId(lane) ? table.lanes.get(lane) : undefined;
  return known === undefined ? "?" : known.name.replace(/ \(.*\)$/, "");
}
