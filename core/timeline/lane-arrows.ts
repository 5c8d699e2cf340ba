/**
 * Arrows between lanes, over everything else: who asked, cancelled, was joined, sent. Of arrows between the same two
 * lanes that start in the same pixels one is drawn; one whose other lane is scrolled out of sight is a stub that points
 * there. So the cost of a picture is that of its pixels and of the lanes in it, times log n, however many lanes there are.
 */
import type { ArrowGroup } from "../trace/folds/arrows.ts";
import { colourOf, edge, markAbove, together } from "./arrow-ends.ts";
import { layoutStubs } from "./arrow-stubs.ts";
import type { DisplayList } from "./display-list.ts";
import { type LaneRow, placeOf } from "./lane-rows.ts";
import { onCanvas, type Scene } from "./scene.ts";

/** So many arrows are drawn whole; of further ones one in each column. */
const wholeAtMost = 400;
/** Arrows of two lanes that began before what is in sight and may reach into it: so many are looked at. */
const lookedBack = 256;

/** Draws what is in sight of every arrow that has an end on one of the rows `visible`. */
export function layoutArrows(scene: Scene, list: DisplayList, visible: readonly LaneRow[]): void {
  const crowd = new Crowd(scene);
  for (const { group, from, to } of groupsAmong(scene, visible)) layoutGroup(scene, list, group, from, to, crowd);
  const [top] = visible;
  if (top === undefined || visible.length === scene.rows.length) return;
  const first = placeOf(scene.rows, top.lane.id);
  for (const row of visible) layoutStubs(scene, list, row, first, first + visible.length - 1);
}

interface PlacedGroup {
  readonly group: ArrowGroup;
  readonly from: LaneRow;
  readonly to: LaneRow;
}

/** The arrows both of whose lanes are in sight, in the order in which they came to be. */
function groupsAmong({ arrows }: Scene, visible: readonly LaneRow[]): readonly PlacedGroup[] {
  const found: PlacedGroup[] = [];
  for (const from of visible) {
    const leading = arrows.of(from.lane.id).to;
    if (leading.size === 0) continue;
    for (const to of visible) {
      if (to === from) continue;
      for (const group of leading.get(to.lane.id) ?? []) found.push({ group, from, to });
    }
  }
  return found.sort((a, b) => a.group.order - b.group.order);
}

/** How many arrows were drawn, and in which columns one has begun since there are too many. */
class Crowd {
  readonly #left: number;
  readonly #begun: Uint8Array;
  #drawn = 0;

  constructor({ scale }: Scene) {
    this.#left = scale.left;
    this.#begun = new Uint8Array(Math.ceil((scale.right - scale.left) / together) + 1);
  }

  /** Whether there is room for one more that begins at `x` px. */
  admits(x: number): boolean {
    this.#drawn += 1;
    if (this.#drawn <= wholeAtMost) return true;
    const column = Math.min(Math.max(Math.floor((x - this.#left) / together), 0), this.#begun.length - 1);
    const isFree = this.#begun[column] === 0;
    this.#begun[column] = 1;
    return isFree;
  }
}

function layoutGroup(
  scene: Scene,
  list: DisplayList,
  group: ArrowGroup,
  from: LaneRow,
  to: LaneRow,
  crowd: Crowd,
): void {
  const { scale, frame, table } = scene;
  const downwards = from.top < to.top;
  const y0 = onCanvas(frame, edge(from, downwards));
  const y1 = onCanvas(frame, edge(to, !downwards) - (downwards ? markAbove(group.kind, to) : 0));
  if (Math.max(y0, y1) < frame.axis || Math.min(y0, y1) > frame.height) return;
  const { index } = group;
  let at = Math.max(index.firstFrom(scale.from - group.longest), index.firstFrom(scale.from) - lookedBack);
  while (at < index.length && index.time(at) <= scale.to) {
    const x0 = scale.x(index.time(at));
    const end = index.partner(at);
    const x1 = scale.x(table.t(end));
    if (x1 >= scale.left && x0 <= scale.right && crowd.admits(x0)) {
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
