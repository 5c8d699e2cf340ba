/**
 * The moments that a lesson wants looked at: numbered flags in a strip above the lanes, each with a line down to its
 * event. Flags that would cover each other stand side by side.
 */
import type { DisplayList } from "./display-list.ts";
import { onCanvas, type Scene } from "./scene.ts";
import { laneShowing } from "./selection/span-of.ts";

/** Height of the strip of flags, px. */
export const flagStrip = 16;
const size = 15;

/** Draws the flags in sight. */
export function layoutFlags(scene: Scene, list: DisplayList): void {
  const { scale, frame, table } = scene;
  const y = frame.axis - 4 - flagStrip / 2;
  let free = Number.NEGATIVE_INFINITY;
  const inOrder = scene.lookHere.toSorted((a, b) => table.t(a.row) - table.t(b.row));
  for (const { number, row } of inOrder) {
    const t = table.t(row);
    if (t < scale.from || t > scale.to) continue;
    const lane = laneShowing(scene.recording, row);
    const shown = scene.rows.find((each) => each.lane.id === lane);
    if (shown === undefined) continue;
    const at = scale.x(t);
    const x = Math.max(at, free + size + 1);
    free = x;
    const bottom = onCanvas(frame, shown.barMiddle - shown.barHeight / 2);
    if (bottom > frame.axis) {
      list.add("line", at, y + size / 2, at, Math.min(bottom, frame.height), "text", 0.55, "dotted");
    }
    list.add("mark", x, y, size, 0, "text", 1, "numbered", lane, row);
    list.add("text", x, y, 0, 0, "background", 1, "strong-centre", -1, -1, String(number));
  }
}
