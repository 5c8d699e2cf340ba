/**
 * How a selection shows: its lane on a band, its piece of the bar in a frame, an event on a line through all lanes; and
 * an arrow from its cause, where no arrow of the recording says so already.
 */
import type { SelectionRef } from "../../contract/timeline-selection.ts";
import type { Colour, DisplayList } from "../display-list.ts";
import { type LaneRow, rowOf } from "../lane-rows.ts";
import { onCanvas, type Scene } from "../scene.ts";
import { causeOf, effectsOf } from "./causes.ts";
import { type Reach, reachOf } from "./reach.ts";
import { laneShowing } from "./span-of.ts";

/** A frame is at least so wide, px, however short what is in it. */
const narrowest = 7;
const around = 2.5;

/** The band under the selected lane, `width` px wide: drawn before the bars, and before the names. */
export function layoutSelectedLane(scene: Scene, list: DisplayList, width: number): void {
  const { selected, frame } = scene;
  const reach = selected === undefined ? undefined : reachOf(scene.recording, selected, scene.now);
  const row = reach === undefined ? undefined : rowOf(scene.rows, reach.lane);
  if (row === undefined) return;
  list.add("rect", 0, onCanvas(frame, row.top), width, row.height, "raised", 0.7, "plain");
}

/** The frame about the selection, and the arrow from its cause: drawn over the lanes. */
export function layoutSelected(scene: Scene, list: DisplayList): void {
  const { selected } = scene;
  if (selected === undefined || selected.kind === "lane") return;
  layoutFrame(scene, list, selected, "text");
  const cause = causeOf(scene.recording, selected.row);
  if (cause < 0) return;
  const from = rowOf(scene.rows, laneShowing(scene.recording, cause));
  const to = rowOf(scene.rows, laneShowing(scene.recording, selected.row));
  if (from === undefined || to === undefined || from === to || isDrawn(scene, cause, selected.row)) return;
  const down = from.top < to.top;
  const y0 = onCanvas(scene.frame, from.barMiddle + (down ? 1 : -1) * (from.barHeight / 2));
  const y1 = onCanvas(scene.frame, to.barMiddle - (down ? 1 : -1) * (to.barHeight / 2 + around));
  const x0 = scene.scale.x(scene.table.t(cause));
  const x1 = scene.scale.x(scene.table.t(selected.row));
  if (x1 < scene.scale.left || x0 > scene.scale.right) return;
  list.add("arrow", x0, y0, x1, y1, "text", 0.85, "cause");
}

/** The frame about what is selected or pointed at. */
export function layoutFrame(scene: Scene, list: DisplayList, ref: SelectionRef, colour: Colour): void {
  const reach = ref.kind === "lane" ? undefined : reachOf(scene.recording, ref, scene.now);
  if (reach === undefined) return;
  const ends = ref.kind === "arrow" ? [reach.lane, reach.otherLane] : [reach.lane];
  for (const lane of ends) {
    const row = rowOf(scene.rows, lane);
    if (row !== undefined) layoutBox(scene, list, row, ref.kind === "arrow" ? endOf(reach, lane) : reach, colour);
  }
  if (ref.kind === "event") layoutInstant(scene, list, reach.from, colour);
}

function layoutBox({ scale, frame }: Scene, list: DisplayList, row: LaneRow, reach: Reach, colour: Colour): void {
  const middle = (scale.x(reach.from) + scale.x(reach.to)) / 2;
  const half = Math.max(scale.x(reach.to) - scale.x(reach.from), narrowest) / 2 + around;
  const left = Math.max(middle - half, scale.left);
  const right = Math.min(middle + half, scale.right);
  if (right <= left) return;
  const height = row.barHeight + 2 * around;
  const y = onCanvas(frame, row.barMiddle) - height / 2;
  list.add("outline", left, y, right - left, height, colour, 1, "solid");
}

function layoutInstant({ scale, frame }: Scene, list: DisplayList, t: number, colour: Colour): void {
  if (t < scale.from || t > scale.to) return;
  const x = scale.x(t);
  list.add("line", x, frame.axis - 4, x, frame.height, colour, 0.45, "dashed");
}

/** The instant of an arrow at one of its lanes. */
function endOf(reach: Reach, lane: number): Reach {
  const t = lane === reach.lane ? reach.to : reach.from;
  return { ...reach, from: t, to: t };
}

/** Whether an arrow of the recording leads from the one row to the other. */
function isDrawn({ recording }: Scene, from: number, to: number): boolean {
  return effectsOf(recording, from, 8).includes(to);
}
