/**
 * Draws pieces of one lane's bar: where it lies is the row's, what colour it has is its runtime's.
 */
import type { Colour, DisplayList } from "./display-list.ts";
import type { LaneRow } from "./lane-rows.ts";

/** Height of a band of waiting, as a part of a run's. */
const low = 0.84;

/** Height of a band on a row, px. `full`: as tall as a run. */
export function bandHeight({ barHeight }: LaneRow, full: boolean): number {
  return full ? barHeight : barHeight * low;
}

export class BarPen {
  readonly #list: DisplayList;
  readonly #lane: number;
  readonly #accent: Colour;
  readonly #middle: number;
  readonly #height: number;

  /** `middle`: of the bar, px on the canvas. */
  constructor(list: DisplayList, row: LaneRow, middle: number) {
    this.#list = list;
    this.#lane = row.lane.id;
    this.#accent = row.lane.runtime;
    this.#middle = middle;
    this.#height = row.barHeight;
  }

  /** Running, from `x0` to `x1` px. `row`: of the trace, here and below. */
  solid(x0: number, x1: number, strength: number, row: number): void {
    this.#box("rect", "plain", this.#accent, x0, x1, 1, strength, row);
  }

  /** Created, not started. */
  outline(x0: number, x1: number, row: number): void {
    this.#box("outline", "dotted", this.#accent, x0, x1, low, 0.9, row);
  }

  /** Ready: could run, waits its turn. */
  ready(x0: number, x1: number, row: number): void {
    this.#box("hatch", "ready", this.#accent, x0, x1, low, 1, row);
  }

  /** Blocked: a thread is held. */
  blocked(x0: number, x1: number, row: number): void {
    this.#box("hatch", "blocked", this.#accent, x0, x1, low, 1, row);
  }

  /** Blocked, and everybody with it: a task that holds its loop's thread. */
  alarm(x0: number, x1: number, row: number): void {
    this.#box("hatch", "blocked", "cancel", x0, x1, 1, 1, row);
  }

  /** Waiting: nothing is held. */
  thin(x0: number, x1: number, strength: number, row: number): void {
    this.#list.add("line", x0, this.#middle, x1, this.#middle, this.#accent, strength, "solid", this.#lane, row);
  }

  /** There, and doing nothing. */
  faint(x0: number, x1: number, row: number): void {
    this.#list.add("line", x0, this.#middle, x1, this.#middle, "rule", 1, "solid", this.#lane, row);
  }

  #box(
    shape: "rect" | "outline" | "hatch",
    style: "plain" | "dotted" | "ready" | "blocked",
    colour: Colour,
    x0: number,
    x1: number,
    tall: number,
    strength: number,
    row: number,
  ): void {
    const height = this.#height * tall;
    this.#list.add(shape, x0, this.#middle - height / 2, x1 - x0, height, colour, strength, style, this.#lane, row);
  }
}
