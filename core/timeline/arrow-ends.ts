/**
 * Where arrows leave and meet their lanes, and in which colour.
 */
import type { ArrowKind } from "../trace/folds/arrows.ts";
import type { Colour } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";

/** Arrows that start nearer than this are drawn as one, px. */
export const together = 3;

/** Where an arrow leaves or meets a row, px within the lanes. */
export function edge(row: LaneRow, below: boolean): number {
  const half = row.level === 1 ? 5 : row.barHeight / 2 + 1;
  return below ? row.barMiddle + half : row.barMiddle - half;
}

/** How far above the bar the glyph is that an arrow from above meets: a signal's on its ring, a cancel's in its diamond. */
export function markAbove(kind: ArrowKind, to: LaneRow): number {
  if (to.level === 1) return 0;
  return kind === "signal" ? 4 : kind === "cancel" ? 2 : 0;
}

/** That of what happens; of a message or a join that of the lane it goes to, where that is a program's. */
export function colourOf(kind: ArrowKind, from: LaneRow, to: LaneRow): Colour {
  if (kind === "signal" || kind === "cancel") return "cancel";
  return to.lane.runtime === "main" ? from.lane.runtime : to.lane.runtime;
}
