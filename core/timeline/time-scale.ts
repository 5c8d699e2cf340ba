/**
 * The one place where time becomes pixels and back. Time: µs since the recording's origin. Pixels: CSS pixels from
 * the canvas's left edge.
 */
import type { Viewport } from "./viewport.ts";

export class TimeScale {
  /** The visible range, µs. */
  readonly from: number;
  readonly to: number;
  /** Where `from` and `to` lie, px. */
  readonly left: number;
  readonly right: number;
  /** µs that one pixel stands for. */
  readonly perPixel: number;

  /** @throws RangeError for a range or a width that is not positive. */
  constructor(viewport: Viewport, left: number, right: number) {
    if (!(viewport.to > viewport.from))
      throw new RangeError(`a range from ${viewport.from} to ${viewport.to} µs is empty`);
    if (!(right > left)) throw new RangeError(`a scale from ${left} to ${right} px is empty`);
    this.from = viewport.from;
    this.to = viewport.to;
    this.left = left;
    this.right = right;
    this.perPixel = (viewport.to - viewport.from) / (right - left);
  }

  /** Where time `t` (µs) lies, px; outside `left` … `right` for a time that is not visible. */
  x(t: number): number {
    return this.left + (t - this.from) / this.perPixel;
  }

  /** The time (µs) at `x` px. */
  time(x: number): number {
    return this.from + (x - this.left) * this.perPixel;
  }
}
