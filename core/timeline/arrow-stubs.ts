/**
 * Arrows from or to lanes that are scrolled out of sight: short pieces at the lane that is in sight, which point to where the
 * other one is. On each lane there is one in a few pixels.
 */
import { arrowKindOf } from "../trace/folds/arrows.ts";
import type { TimeIndex } from "../trace/folds/time-index.ts";
import { colourOf, edge, markAbove, together } from "./arrow-ends.ts";
import type { DisplayList } from "./display-list.ts";
import { type LaneRow, placeOf } from "./lane-rows.ts";
import { onCanvas, type Scene } from "./scene.ts";

const length = 12;
const strength = 0.75;
/** Arrows of one column that are looked at for one that leads out of sight. */
const lookedAt = 4;

/** Draws the stubs of a lane. `first` and `last` are the places of the rows in sight. */
export function layoutStubs(scene: Scene, list: DisplayList, row: LaneRow, first: number, last: number): void {
  const { leaving, arriving } = scene.arrows.of(row.lane.id);
  const stubs = new Stubs(scene, list, row, first, last);
  stubs.walk(leaving, true);
  stubs.walk(arriving, false);
}

class Stubs {
  readonly #scene: Scene;
  readonly #list: DisplayList;
  readonly #row: LaneRow;
  readonly #first: number;
  readonly #last: number;

  constructor(scene: Scene, list: DisplayList, row: LaneRow, first: number, last: number) {
    this.#scene = scene;
    this.#list = list;
    this.#row = row;
    this.#first = first;
    this.#last = last;
  }

  /** Goes through the ends in sight, column by column. */
  walk(index: TimeIndex, leaves: boolean): void {
    const { scale } = this.#scene;
    let at = index.firstFrom(scale.from);
    while (at < index.length && index.time(at) <= scale.to) {
      const x = scale.x(index.time(at));
      const next = Math.max(at + 1, index.firstFrom(scale.time(x + together)));
      for (let each = at; each < Math.min(next, at + lookedAt); each++) {
        if (this.#draw(x, index.row(each), index.partner(each), leaves)) break;
      }
      at = next;
    }
  }

  /** One stub at `x` px; `own` and `other`: the events on this lane and on the other. Whether the other is out of sight. */
  #draw(x: number, own: number, other: number, leaves: boolean): boolean {
    const { table, rows, frame } = this.#scene;
    const place = placeOf(rows, table.lane(other));
    const partner = rows[place];
    if (partner === undefined || (place >= this.#first && place <= this.#last)) return false;
    const isBelow = place > this.#last;
    const kind = arrowKindOf(table.kind(leaves ? own : other));
    const mark = leaves || isBelow ? 0 : markAbove(kind, this.#row);
    const near = onCanvas(frame, edge(this.#row, isBelow) - mark);
    const far = near + (isBelow ? length : -length);
    const [from, to] = leaves ? [near, far] : [far, near];
    const [sender, receiver] = leaves ? [this.#row, partner] : [partner, this.#row];
    const end = leaves ? other : own;
    this.#list.add("arrow", x, from, x, to, colourOf(kind, sender, receiver), strength, kind, sender.lane.id, end);
    return true;
  }
}
