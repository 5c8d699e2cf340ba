/**
 * The lanes' names at the left, over whatever the lanes drew there: processes in the accent of their runtime, what runs
 * in them below and set in.
 */
import type { DisplayList } from "./display-list.ts";
import { fitText } from "./fit-text.ts";
import type { LaneRow } from "./lane-rows.ts";
import { accentOf, onCanvas, type Scene } from "./scene.ts";

const indent = 14;
const gap = 10;

/** Draws the names of `rows`, the ones in sight. */
export function layoutGutter(scene: Scene, list: DisplayList, rows: readonly LaneRow[]): void {
  const { frame, measure } = scene;
  list.add("rect", 0, frame.axis, frame.gutter, frame.height - frame.axis, "background", 1, "plain");
  for (const row of rows) {
    const x = row.level === 1 ? 0 : indent;
    const style = row.level === 1 ? "strong-left" : "name-left";
    const minor = row.lane.kind === "loop" || row.lane.kind === "lock";
    const colour = row.level === 1 ? accentOf(row.lane.runtime) : minor ? "muted" : "text";
    const name = fitText(row.lane.name, frame.gutter - x - gap, style, measure);
    list.add("text", x, onCanvas(frame, row.barMiddle), 0, 0, colour, 1, style, row.lane.id, -1, name);
  }
}
