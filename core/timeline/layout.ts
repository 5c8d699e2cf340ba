/**
 * A scene becomes a display list: only what is in sight, in the order in which it is painted. The cost of a frame is
 * that of its pixels, times log n; never that of the recording.
 */

import type { SelectionRef } from "../contract/timeline-selection.ts";
import { layoutAxis, layoutCrosshair, layoutGrid, layoutNow, layoutPointer } from "./axis.ts";
import type { DisplayList } from "./display-list.ts";
import { layoutGutter } from "./gutter.ts";
import { layoutArrows } from "./lane-arrows.ts";
import { layoutEnd } from "./lane-end.ts";
import { layoutMoments } from "./lane-moments.ts";
import type { Placed } from "./lane-notes.ts";
import { type LaneRow, rowAt } from "./lane-rows.ts";
import { layoutTrack, type TrackWords } from "./lane-track.ts";
import { layoutLegend } from "./legend.ts";
import { layoutFlags } from "./look-here-flags.ts";
import type { Overview } from "./overview.ts";
import type { Repeated } from "./repeated-waits.ts";
import { onCanvas, type Scene } from "./scene.ts";
import { layoutFrame, layoutSelected, layoutSelectedLane } from "./selection/layout-selection.ts";
import { pick } from "./selection/pick.ts";
import { layoutTip } from "./selection/tip.ts";

const nothingSaid: TrackWords = { said: [], repeated: undefined };

/**
 * Writes the picture of `scene` into `list`, over what was there. `overview` is the canvas's own. Returns what lies under
 * the pointer.
 */
export function layout(scene: Scene, list: DisplayList, overview?: Overview): SelectionRef | undefined {
  list.clear();
  const visible = visibleRows(scene);
  layoutSelectedLane(scene, list, scene.frame.width);
  layoutGrid(scene, list);
  const words = visible.map((row) => layoutBar(scene, list, row));
  layoutArrows(scene, list);
  for (const [index, row] of visible.entries()) layoutWords(scene, list, row, words[index] ?? nothingSaid);
  layoutNow(scene, list);
  layoutSelected(scene, list);
  layoutCrosshair(scene, list);
  layoutGutter(scene, list, visible);
  layoutAxis(scene, list);
  layoutFlags(scene, list);
  layoutLegend(scene, list);
  layoutPointer(scene, list);
  overview?.layout(scene, list);
  return layoutPointedAt(scene, list);
}

/** What the pointer points at: in a frame, and told beside it. */
function layoutPointedAt(scene: Scene, list: DisplayList): SelectionRef | undefined {
  const { pointer } = scene;
  const ref = pointer === undefined ? undefined : pick(scene, list, pointer.x, pointer.y);
  if (ref === undefined || ref.kind === "lane") return ref;
  layoutFrame(scene, list, ref, "muted");
  layoutTip(scene, list, ref);
  return ref;
}

function layoutBar(scene: Scene, list: DisplayList, row: LaneRow): TrackWords {
  const spans = scene.spans.of(row.lane.id);
  return spans === undefined ? nothingSaid : layoutTrack(scene, list, row, spans);
}

/** Glyphs and words lie over the arrows. */
function layoutWords(scene: Scene, list: DisplayList, row: LaneRow, { said, repeated }: TrackWords): void {
  const spans = scene.spans.of(row.lane.id);
  const { id } = row.lane;
  const y = onCanvas(scene.frame, row.barMiddle);
  for (const { text, x, row: traceRow, colour } of said) {
    list.add("text", x, y, 0, 1, colour, 1, "label-centre", id, traceRow, text);
  }
  const end = spans === undefined ? Number.POSITIVE_INFINITY : layoutEnd(scene, list, row, spans);
  const words = layoutMoments(scene, list, row, scene.moments.of(id), end);
  if (repeated !== undefined) layoutRepeated(scene, list, row, repeated, words);
}

/** Words for what happened again and again, above the bar, left of where the moments' words begin. */
function layoutRepeated(
  scene: Scene,
  list: DisplayList,
  row: LaneRow,
  { text, x, row: traceRow }: Repeated,
  words: readonly Placed[],
): void {
  const end = x + scene.measure(text, "label-left");
  if (words.some(({ from, to }) => from - 6 < end && to + 6 > x)) return;
  const y = onCanvas(scene.frame, row.stripMiddle);
  list.add("text", x, y, 0, 0, "muted", 1, "label-left", row.lane.id, traceRow, text);
}

function visibleRows({ rows, frame }: Scene): readonly LaneRow[] {
  const first = rowAt(rows, frame.scroll);
  const last = rowAt(rows, frame.scroll + frame.height - frame.axis);
  return rows.slice(first, last + 1);
}
