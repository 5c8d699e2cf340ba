/**
 * Arrows between lanes, over everything else: who asked, cancelled, was joined, sent. Of arrows between the same two
 * lanes that start in the same pixels one is drawn, so that the cost is that of the pixels, times log n.
 */
import type { ArrowGroup, ArrowKind } from "../trace/folds/arrows.ts";
import type { Colour, DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";
import { onCanvas, type Scene } from "./scene.ts";

/** Arrows that start nearer than this are drawn as one, px. */
const together = 3;

/** Draws every arrow whose two lanes are among the rows and of which some part is in sight. */
export function layoutArrows(scene: Scene, list: DisplayList): void {
  const rows = new Map<number, LaneRow>();
  for (const row of scene.rows) rows.set(row.lane.id, row);
  for (const group of scene.arrows.groups) {
    const from = rows.get(group.from);
    const to = rows.get(group.to);
    if (from !== undefined && to !== undefined && from !== to) layoutGroup(scene, list, group, from, to);
  }
}

function layoutGroup(scene: Scene, list: DisplayList, group: ArrowGroup, from: LaneRow, to: LaneRow): void {
  const { scale, frame, table } = scene;
  const downwards = from.top < to.top;
  const y0 = onCanvas(frame, edge(from, downwards));
  const y1 = onCanvas(frame, edge(to, !downwards) - (downwards ? markAbove(group.kind, to) : 0));
  if (Math.max(y0, y1) < frame.axis || Math.min(y0, y1) > frame.height) return;
  const { index } = group;
  let at = index.firstFrom(scale.from - group.longest);
  while (at < index.length && index.time(at) <= scale.to) {
    const x0 = scale.x(index.time(at));
    const end = index.partner(at);
    const x1 = scale.x(table.t(end));
    if (x1 >= scale.left && x0 <= scale.right) {
      if (group.kind === "join") layoutLateness(scene, list, from, y0, x0, index.row(at));
      list.add("arrow", x0, y0, x1, y1, colourOf(group.kind, from, to), 1, group.kind, group.from, end);
    }
    at = Math.max(at + 1, index.firstFrom(scale.time(x0 + together)));
  }
}

/** A lane that had ended long before somebody joined it: a dotted line leads from its end to there. */
function layoutLateness(
  { scale, table }: Scene,
  list: DisplayList,
  from: LaneRow,
  y: number,
  x0: number,
  end: number,
): void {
  const ended = Math.max(scale.x(table.t(end)), scale.left);
  if (x0 - ended < together) return;
  list.add("line", ended, y, Math.min(x0, scale.right), y, from.lane.runtime, 0.6, "dotted", from.lane.id, end);
}

/** Where an arrow leaves or meets a row, px within the lanes. */
function edge(row: LaneRow, below: boolean): number {
  const half = row.level === 1 ? 5 : row.barHeight / 2 + 1;
  return below ? row.barMiddle + half : row.barMiddle - half;
}

/** How far above the bar the glyph is that an arrow from above meets: a signal's on its ring, a cancel's in its diamond. */
function markAbove(kind: ArrowKind, to: LaneRow): number {
  if (to.level === 1) return 0;
  return kind === "signal" ? 4 : kind === "cancel" ? 2 : 0;
}

function colourOf(kind: ArrowKind, from: LaneRow, to: LaneRow): Colour {
  if (kind === "signal" || kind === "cancel") return "cancel";
  return to.lane.runtime === "main" ? from.lane.runtime : to.lane.runtime;
}
