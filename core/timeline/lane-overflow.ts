/**
 * Lanes that don't fit: how many more there are above and below, in words over a veil, and a thumb at the right edge
 * that says which part is in sight. A picture that is cut off without a word would pass for the whole.
 */
import { translate } from "../i18n/index.ts";
import type { DisplayList } from "./display-list.ts";
import { type LaneRow, totalHeight } from "./lane-rows.ts";
import type { Scene } from "./scene.ts";

/** Height of the veil under the words, px. */
const veil = 17;
const thumb = 3;

/** How many lanes can't be read because they are scrolled away, or cut through their bar. */
export function lanesOutOfSight({ rows, frame }: Pick<Scene, "rows" | "frame">): {
  readonly above: number;
  readonly below: number;
} {
  const room = frame.bottom - frame.axis;
  if (totalHeight(rows) <= room + 1) return { above: 0, below: 0 };
  const whole = firstRow(rows, ({ barMiddle, barHeight }) => barMiddle - barHeight / 2 >= frame.scroll);
  const cut = firstRow(rows, ({ barMiddle, barHeight }) => barMiddle + barHeight / 2 > frame.scroll + room);
  return { above: whole, below: rows.length - cut };
}

/** The first row for which that is so; it is for all rows after it. */
function firstRow(rows: readonly LaneRow[], holds: (row: LaneRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && !holds(row)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Draws what says that there are more lanes; nothing where all are in sight. */
export function layoutOverflow(scene: Scene, list: DisplayList): void {
  const { frame, rows, language } = scene;
  const { above, below } = lanesOutOfSight(scene);
  if (above > 0) {
    const words = translate(language, above === 1 ? "draw.lane-above" : "draw.lanes-above", { count: above });
    layoutVeil(scene, list, frame.axis, words);
  }
  if (below > 0) {
    const words = translate(language, below === 1 ? "draw.lane-below" : "draw.lanes-below", { count: below });
    layoutVeil(scene, list, frame.bottom - veil, words);
  }
  if (above + below === 0) return;
  const room = frame.bottom - frame.axis;
  const all = totalHeight(rows);
  const x = frame.width - thumb;
  list.add("rect", x, frame.axis, thumb, room, "rule", 1, "plain");
  list.add("rect", x, frame.axis + (frame.scroll / all) * room, thumb, (room / all) * room, "muted", 1, "plain");
}

function layoutVeil({ frame }: Scene, list: DisplayList, top: number, words: string): void {
  list.add("rect", 0, top, frame.gutter, veil, "background", 1, "plain");
  list.add("rect", frame.gutter, top, frame.width - frame.gutter, veil, "background", 0.86, "plain");
  list.add("text", 0, top + veil / 2, 0, 0, "text", 1, "strong-left", -1, -1, words);
}
