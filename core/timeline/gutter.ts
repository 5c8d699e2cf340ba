/**
 * The lanes' names at the left, over whatever the lanes drew there: processes in the accent of their runtime, what runs
 * in them below and set in.
 */
import type { DisplayList } from "./display-list.ts";
import { fitText } from "./fit-text.ts";
import type { LaneRow } from "./lane-rows.ts";
import type { ShownLane } from "./lanes.ts";
import { type MeasureText, onCanvas, type Scene } from "./scene.ts";
import { layoutSelectedLane } from "./selection/layout-selection.ts";

const indent = 14;
/** Between the longest name and the time scale, px. */
const gap = 14;
const widest = 210;
const slimmest = 130;

/** The width that the lanes' names get on a canvas of `width` px: that of the longest, within bounds. */
export function gutterWidth(lanes: readonly ShownLane[], width: number, measure: MeasureText): number {
  let longest = 0;
  for (const { lane, level } of lanes.slice(0, 200)) {
    const name = level === 1 ? measure(lane.name, "strong-left") : indent + measure(lane.name, "name-left");
    longest = Math.max(longest, name);
  }
  return Math.min(Math.max(Math.ceil(longest) + gap, slimmest), widest, width * 0.3);
}

/** Draws the names of `rows`, the ones in sight. */
export function layoutGutter(scene: Scene, list: DisplayList, rows: readonly LaneRow[]): void {
  const { frame, measure } = scene;
  list.add("rect", 0, frame.axis, frame.gutter, frame.height - frame.axis, "background", 1, "plain");
  layoutSelectedLane(scene, list, frame.gutter);
  for (const row of rows) {
    const x = row.level === 1 ? 0 : indent;
    const style = row.level === 1 ? "strong-left" : "name-left";
    const minor = row.lane.kind === "loop" || row.lane.kind === "lock";
    const colour = row.level === 1 ? row.lane.runtime : minor ? "muted" : "text";
    const name = fitText(row.lane.name, frame.gutter - x - gap, style, measure);
    list.add("text", x, onCanvas(frame, row.barMiddle), 0, 0, colour, 1, style, row.lane.id, -1, name);
  }
}
