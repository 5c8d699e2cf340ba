/**
 * The waits of a lane that are worth a word, in series of such that are alike: one by one where each is long, and once
 * for all where they come again and again.
 */
import type { Scene } from "./scene.ts";

/** No wait's words fit into less, px. */
const wordsAtLeast = 26;
/** So many alike in a row are said once … */
const atLeast = 3;
/** … unless each has as much room as this, px. */
const roomOfItsOwn = 170;
/** Waits of one series that are kept for words of their own. */
const keptAtMost = 24;

/**
 * What a wait is to a reader. `wait`: why it waits · `late`: a sleep that is over, and the task still does not run ·
 * `held`: a loop whose thread one of its tasks holds · `deadlock`: a wait in a circle of such.
 */
export type WaitAspect = "wait" | "late" | "held" | "deadlock";

/** Something to say about a lane, from `x0` to `x1` px. */
export interface Saying {
  readonly aspect: WaitAspect;
  readonly x0: number;
  readonly x1: number;
  /** The row of the wait. */
  readonly row: number;
  /** It came again and again: said once above all of them. */
  readonly again: boolean;
  /** µs; of `late`, how long. */
  readonly lasts: number;
}

export class WaitSeries {
  readonly #scene: Scene;
  readonly #sayings: Saying[] = [];
  #kept: Saying[] = [];
  #first = -1;
  #count = 0;
  #from = 0;
  #to = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** A wait (its row), from `x0` to `x1` px, from left to right. `alone`: it is drawn by itself, and may say so. */
  add(row: number, x0: number, x1: number, alone: boolean): void {
    if (!this.#isAlike(row)) {
      this.#close();
      this.#first = row;
      this.#from = x0;
    }
    this.#count += 1;
    this.#to = x1;
    if (alone && x1 - x0 >= wordsAtLeast && this.#kept.length < keptAtMost)
      this.#kept.push({ aspect: "wait", x0, x1, row, again: false, lasts: 0 });
  }

  /** Something that is said by itself. `lasts` in µs. */
  addAspect(aspect: WaitAspect, row: number, x0: number, x1: number, lasts: number): void {
    if (x1 - x0 >= wordsAtLeast) this.#sayings.push({ aspect, x0, x1, row, again: false, lasts });
  }

  /** What is to be said. */
  finish(): readonly Saying[] {
    this.#close();
    return this.#sayings;
  }

  #isAlike(row: number): boolean {
    const { table } = this.#scene;
    const first = this.#first;
    if (first < 0 || table.code(row) !== table.code(first) || table.other(row) !== table.other(first)) return false;
    return Object.is(table.n(row), table.n(first));
  }

  #close(): void {
    const width = this.#to - this.#from;
    if (this.#count >= atLeast && width < roomOfItsOwn * this.#count) {
      this.#sayings.push({ aspect: "wait", x0: this.#from, x1: this.#to, row: this.#first, again: true, lasts: 0 });
    } else this.#sayings.push(...this.#kept);
    this.#kept = [];
    this.#count = 0;
  }
}
