/**
 * Waits too short for their words, again and again: what to write once above them, and where.
 */
import { translate } from "../i18n/index.ts";
import type { LaneKind } from "../trace/kinds.ts";
import type { Scene } from "./scene.ts";
import { waitWords } from "./wait-words.ts";

/** So many alike in a row are worth a word. */
const atLeast = 3;

export interface Repeated {
  readonly text: string;
  /** Where the words begin, px. */
  readonly x: number;
  /** The first of the waits. */
  readonly row: number;
}

export class RepeatedWaits {
  readonly #scene: Scene;
  readonly #kind: LaneKind;
  #found: Repeated | undefined;
  #first = -1;
  #count = 0;
  #from = 0;
  #to = 0;

  constructor(scene: Scene, kind: LaneKind) {
    this.#scene = scene;
    this.#kind = kind;
  }

  /** A wait (its row), from `x0` to `x1` px, that has no words of its own. From left to right. */
  add(row: number, x0: number, x1: number): void {
    if (!this.#alike(row)) {
      this.#close();
      this.#first = row;
      this.#count = 0;
      this.#from = x0;
    }
    this.#count += 1;
    this.#to = x1;
  }

  /** The first series that has room for its words. */
  finish(): Repeated | undefined {
    this.#close();
    return this.#found;
  }

  #alike(row: number): boolean {
    const { table } = this.#scene;
    const first = this.#first;
    if (first < 0 || table.code(row) !== table.code(first) || table.other(row) !== table.other(first)) return false;
    return Object.is(table.n(row), table.n(first));
  }

  #close(): void {
    if (this.#count < atLeast || this.#found !== undefined) return;
    const { language, measure } = this.#scene;
    const text = translate(language, "draw.again", { what: waitWords(this.#scene, this.#first, this.#kind) });
    if (measure(text, "label-left") > this.#to - this.#from) return;
    this.#found = { text, x: this.#from, row: this.#first };
  }
}
