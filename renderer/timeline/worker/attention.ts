/**
 * Where a person's attention is: the pointer, and the selection. Of a recording that has ended the page is shown the
 * instant that they are at; but only once one of them has moved since the end, so that a run's end is always seen first.
 */
import type { SelectionRef } from "../../../core/contract/timeline-selection.ts";
import type { Recording } from "../../../core/timeline/recording.ts";
import { reachOf } from "../../../core/timeline/selection/reach.ts";
import type { TimeScale } from "../../../core/timeline/time-scale.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

export class Attention {
  #recording: Recording | undefined;
  #pointer: Point | undefined;
  #selected: SelectionRef | undefined;
  #pointsBack = false;
  #selectsBack = false;

  /** Another recording is shown: nothing of it is selected. */
  turnTo(recording: Recording): void {
    this.#recording = recording;
    this.#selected = undefined;
    this.#pointsBack = false;
    this.#selectsBack = false;
  }

  /** What is selected. */
  get selected(): SelectionRef | undefined {
    return this.#selected;
  }

  set selected(ref: SelectionRef | undefined) {
    this.#selected = ref;
    this.#selectsBack = this.#recording?.live === false;
  }

  /** Where the pointer is, px; undefined once it has left. */
  get pointer(): Point | undefined {
    return this.#pointer;
  }

  set pointer(at: Point | undefined) {
    this.#pointer = at;
    this.#pointsBack = this.#recording?.live === false;
  }

  /** The instant that is looked at, µs: now, or the end, or an earlier one. `top`: where the lanes' scale begins, px. */
  instant(scale: TimeScale, top: number, now: number): number {
    const recording = this.#recording;
    if (recording === undefined || recording.live) return now;
    const pointer = this.#pointsBack ? this.#pointer : undefined;
    const points = pointer !== undefined && pointer.x >= scale.left && pointer.y >= top;
    const selected = this.#selectsBack && this.#selected?.kind !== "lane" ? this.#selected : undefined;
    const at = points ? scale.time(pointer.x) : (reachOf(recording, selected, now)?.from ?? now);
    return Math.min(Math.max(at, 0), now);
  }
}
