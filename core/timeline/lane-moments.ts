/**
 * The moments that matter on a lane: a glyph each, and short words above the bar (on a process lane: beside the glyph).
 * Moments that fall together share one glyph. Cost: that of the pixels, times log n.
 */
import type { TimeIndex } from "../trace/folds/time-index.ts";
import type { DisplayList, Glyph } from "./display-list.ts";
import { LaneNotes, type Placed } from "./lane-notes.ts";
import type { LaneRow } from "./lane-rows.ts";
import { momentColour, momentGlyph, momentRank } from "./moment-words.ts";
import { onCanvas, type Scene } from "./scene.ts";

/** Moments nearer than this share a glyph, px. */
const together = 3;
/** Rows of one crowd that are read for their words. */
const readAtMost = 6;
const size = 8;
/** Glyphs that need more room for what they say. */
const sizes: ReadonlyMap<Glyph, number> = new Map([["cancel-refused", 10]]);
/** Glyphs that stand clear of the bar's own end, px above its edge: a delivery and a cancelled end often meet. */
const lifted: ReadonlyMap<Glyph, number> = new Map([
  ["cancel-delivered", 3],
  ["cancel-refused", 3],
]);
/** From a moment to its words, px. */
const beside = size / 2 + 3;

/** Draws a lane's moments. `end`: where its end is, px. Returns its words as they were placed. */
export function layoutMoments(
  scene: Scene,
  list: DisplayList,
  row: LaneRow,
  moments: TimeIndex,
  end: number,
): readonly Placed[] {
  const { scale, table } = scene;
  const level = row.level === 1;
  const middle = onCanvas(scene.frame, row.barMiddle);
  const y = level ? middle : middle - row.barHeight / 2;
  const notes = new LaneNotes(scene, beside, level, end);
  let index = moments.firstFrom(scale.from);
  while (index < moments.length && moments.time(index) <= scale.to) {
    const x = scale.x(moments.time(index));
    const next = Math.max(index + 1, moments.firstFrom(scale.time(x + together)));
    const read = Math.min(next, index + readAtMost);
    const shown = foremost(scene, moments, index, read);
    const kind = table.kind(shown);
    const glyph = momentGlyph(kind);
    const own = level ? y : y - (lifted.get(glyph) ?? 0);
    const colour = momentColour(kind, row.lane.runtime);
    list.add("mark", x, own, level ? size : (sizes.get(glyph) ?? size), 0, colour, 1, glyph, row.lane.id, shown);
    notes.add(x, rowsOf(moments, index, read));
    index = next;
  }
  return write(scene, list, row, notes);
}

function foremost({ table }: Scene, moments: TimeIndex, from: number, to: number): number {
  let best = moments.row(from);
  for (let i = from + 1; i < to; i++) {
    if (momentRank(table.kind(moments.row(i))) > momentRank(table.kind(best))) best = moments.row(i);
  }
  return best;
}

function rowsOf(moments: TimeIndex, from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, place) => moments.row(from + place));
}

function write(scene: Scene, list: DisplayList, row: LaneRow, notes: LaneNotes): readonly Placed[] {
  const y = onCanvas(scene.frame, row.stripMiddle);
  const placed = [...notes.placed()];
  for (const { from, to, pieces } of placed) {
    if (row.level === 1) list.add("rect", from - 3, y - 7, to - from + 6, 14, "background", 1, "plain");
    for (const { x, text, colour, row: traceRow } of pieces) {
      list.add("text", x, y, 0, 0, colour, 1, "label-left", row.lane.id, traceRow, text);
    }
  }
  return placed;
}
