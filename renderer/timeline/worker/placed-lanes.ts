/**
 * Where the lanes stand on the canvas, and how far they are scrolled. Placed anew when there are others, when the canvas
 * or the fonts change, and when the axis above them does.
 */

import type { Language } from "../../../core/i18n/index.ts";
import { gutterWidth } from "../../../core/timeline/gutter.ts";
import { type LaneRow, placeLanes, rowAt, rowOf, totalHeight } from "../../../core/timeline/lane-rows.ts";
import type { ShownLane } from "../../../core/timeline/lanes.ts";
import { legendHeight } from "../../../core/timeline/legend.ts";
import type { MeasureText } from "../../../core/timeline/scene.ts";
import type { LaneRange } from "../../../core/timeline/stage/lanes-in-sight.ts";

interface Room {
  readonly width: number;
  readonly height: number;
  /** The bottom of the time axis, px. */
  readonly axis: number;
}

export class PlacedLanes {
  #rows: readonly LaneRow[] = [];
  #lanes: readonly ShownLane[] | undefined;
  #room: Room = { width: 0, height: 0, axis: 0 };
  #gutter = 0;
  #bottom = 0;
  #scroll = 0;

  /** From top to bottom. */
  get rows(): readonly LaneRow[] {
    return this.#rows;
  }

  /** Width of their names, px. */
  get gutter(): number {
    return this.#gutter;
  }

  /** Where their place ends and the legend's begins, px. */
  get bottom(): number {
    return this.#bottom;
  }

  /** How far they are scrolled up, px. */
  get scroll(): number {
    return this.#scroll;
  }

  /** The places of those that are in sight, if only a part of each, from 0. */
  get inSight(): LaneRange {
    const last = rowAt(this.#rows, this.#scroll + this.#bottom - this.#room.axis);
    return { first: rowAt(this.#rows, this.#scroll), last: Math.min(last, this.#rows.length - 1) };
  }

  /** Measures and places everything anew with the next `place`. */
  forget(): void {
    this.#lanes = undefined;
  }

  /** Places the lanes, if anything has changed. */
  place(lanes: readonly ShownLane[], room: Room, language: Language, measure: MeasureText): void {
    if (this.#lanes === lanes && this.#room.axis === room.axis) return;
    this.#lanes = lanes;
    this.#room = room;
    this.#gutter = gutterWidth(lanes, room.width, measure);
    this.#bottom = room.height - legendHeight(lanes, room.height - room.axis, room.width, language, measure);
    this.#rows = placeLanes(lanes, this.#bottom - room.axis);
    this.scrollBy(0);
  }

  /** To the first lane. */
  scrollToTop(): void {
    this.#scroll = 0;
  }

  /** The lanes move up by `dy` px, as far as there are any. */
  scrollBy(dy: number): void {
    const scrollable = Math.max(0, totalHeight(this.#rows) + this.#room.axis - this.#bottom);
    this.#scroll = Math.min(Math.max(this.#scroll + dy, 0), scrollable);
  }

  /** Scrolls as little as it has to for a lane to be in sight. */
  reveal(lane: number): void {
    const row = rowOf(this.#rows, lane);
    if (row === undefined) return;
    const bottom = this.#scroll + this.#bottom - this.#room.axis;
    if (row.top < this.#scroll) this.scrollBy(row.top - this.#scroll);
    else if (row.top + row.height > bottom) this.scrollBy(row.top + row.height - bottom);
  }
}
