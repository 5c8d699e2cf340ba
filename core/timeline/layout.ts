/**
 * A scene becomes a display list: only what is in sight, in the order in which it is painted. The cost of a frame is
 * that of its pixels, times log n; never that of the recording.
 */

import type { SelectionRef } from "../contract/timeline-selection.ts";
import { ArrowObstacles } from "./arrow-curve.ts";
import { layoutAxis, layoutCrosshair, layoutGrid, layoutNow, layoutPointer } from "./axis.ts";
import type { DisplayList } from "./display-list.ts";
import { layoutGutter } from "./gutter.ts";
import { layoutArrows } from "./lane-arrows.ts";
import { layoutEnd } from "./lane-end.ts";
import { layoutMoments } from "./lane-moments.ts";
import { layoutOverflow } from "./lane-overflow.ts";
import { type LaneRow, rowAt } from "./lane-rows.ts";
import { layoutTrack } from "./lane-track.ts";
import { layoutLegend } from "./legend.ts";
import { layoutFlagLines, layoutFlags } from "./look-here-flags.ts";
import type { Overview } from "./overview.ts";
import { onCanvas, type Scene } from "./scene.ts";
import { layoutFrame, layoutSelected, layoutSelectedLane } from "./selection/layout-selection.ts";
import { pick } from "./selection/pick.ts";
import { layoutTip } from "./selection/tip.ts";
import { WaitNotes } from "./wait-notes.ts";
import type { Saying } from "./wait-series.ts";

const nothingSaid: readonly Saying[] = [];

/**
 * Writes the picture of `scene` into `list`, over what was there. `overview` is the canvas's own. Returns what lies under
 * the pointer.
 */
export function layout(scene: Scene, list: DisplayList, overview?: Overview): SelectionRef | undefined {
  list.clear();
  const visible = visibleRows(scene);
  layoutSelectedLane(scene, list, scene.frame.width);
  layoutGrid(scene, list);
  const sayings = visible.map((row) => layoutBar(scene, list, row));
  layoutFlagLines(scene, list);
  const firstArrow = list.length;
  layoutArrows(scene, list, visible);
  const arrows = new ArrowObstacles(list, firstArrow, list.length);
  for (const [index, row] of visible.entries()) layoutWords(scene, list, row, sayings[index] ?? nothingSaid, arrows);
  layoutNow(scene, list);
  layoutSelected(scene, list);
  layoutCrosshair(scene, list);
  layoutGutter(scene, list, visible);
  layoutOverflow(scene, list);
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

function layoutBar(scene: Scene, list: DisplayList, row: LaneRow): readonly Saying[] {
  const spans = scene.spans.of(row.lane.id);
  return spans === undefined ? nothingSaid : layoutTrack(scene, list, row, spans);
}

/** Glyphs and words lie over the arrows, and keep clear of them where they can. */
function layoutWords(
  scene: Scene,
  list: DisplayList,
  row: LaneRow,
  sayings: readonly Saying[],
  arrows: ArrowObstacles,
): void {
  const spans = scene.spans.of(row.lane.id);
  const top = onCanvas(scene.frame, row.barMiddle - row.barHeight / 2);
  const crossing = arrows.within(top, top + row.barHeight);
  const end = spans === undefined ? Number.POSITIVE_INFINITY : layoutEnd(scene, list, row, spans, crossing);
  const words = layoutMoments(scene, list, row, scene.moments.of(row.lane.id), end);
  if (sayings.length === 0) return;
  const notes = new WaitNotes(scene, list, row, words, crossing);
  for (const saying of sayings) notes.write(saying);
}

function visibleRows({ rows, frame }: Scene): readonly LaneRow[] {
  const first = rowAt(rows, frame.scroll);
  const last = rowAt(rows, frame.scroll + frame.bottom - frame.axis);
  return rows.slice(first, last + 1);
}
