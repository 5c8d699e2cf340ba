/**
 * The words of a lane's moments, set so that none overlaps another: words that would are joined into one note, and what
 * still finds no room is left out; zooming in takes a crowd apart.
 */
import { translate } from "../i18n/index.ts";
import type { Colour } from "./display-list.ts";
import type { Scene } from "./scene.ts";

/** Different words in one note. */
const partsAtMost = 3;
const gap = 8;

export interface Placed {
  /** Left and right end, px. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly row: number;
  readonly colour: Colour;
}

interface Note {
  /** The first and the last moment it speaks of: their places, px, and their numbers on the lane. */
  readonly firstX: number;
  readonly first: number;
  x: number;
  last: number;
  readonly row: number;
  readonly colour: Colour;
  readonly parts: Map<string, number>;
  width: number;
}

export class LaneNotes {
  readonly #scene: Scene;
  readonly #beside: number;
  readonly #level: boolean;
  readonly #end: number;
  readonly #notes: Note[] = [];
  readonly #glyphs: number[] = [];

  /**
   * `beside`: from a moment to its words, px. `level`: the words stand at the height of the glyphs and of the lane's end,
   * which is at `end` px and has words of its own.
   */
  constructor(scene: Scene, beside: number, level: boolean, end: number) {
    this.#scene = scene;
    this.#beside = beside;
    this.#level = level;
    this.#end = end;
  }

  /** A moment at `x` px, right of those before it, and its words with how often each. */
  add(x: number, row: number, colour: Colour, parts: Map<string, number>): void {
    const last = this.#glyphs.push(x) - 1;
    const before = this.#notes.at(-1);
    if (before === undefined || before.x + this.#beside + before.width + gap <= x) {
      this.#notes.push({ firstX: x, first: last, x, last, row, colour, parts, width: this.#width(parts) });
    } else this.#join(before, x, last, parts);
  }

  /** The words that have room, from left to right. */
  *placed(): Generator<Placed, void> {
    let taken = this.#scene.scale.left;
    for (const note of this.#notes) {
      const from = this.#place(note);
      if (from === undefined || from < taken) continue;
      const to = from + note.width;
      yield { from, to, text: this.#text(note.parts), row: note.row, colour: note.colour };
      taken = to + gap;
    }
  }

  #join(note: Note, x: number, last: number, parts: ReadonlyMap<string, number>): void {
    const fresh = [...parts.keys()].filter((part) => !note.parts.has(part)).length;
    if (note.parts.size + fresh > partsAtMost) return;
    for (const [part, count] of parts) note.parts.set(part, (note.parts.get(part) ?? 0) + count);
    note.width = this.#width(note.parts);
    note.last = last;
    if (this.#level) note.x = x;
  }

  /** Right of its moments; where that would leave the canvas, left of them. Undefined where a glyph is in the way. */
  #place(note: Note): number | undefined {
    const right = note.x + this.#beside;
    if (right + note.width <= Math.min(this.#wallOf(note), this.#scene.scale.right)) return right;
    const left = note.firstX - this.#beside - note.width;
    const previous = this.#glyphs[note.first - 1] ?? Number.NEGATIVE_INFINITY;
    return this.#level && left < previous + this.#beside ? undefined : left;
  }

  /** What the words of a note, at the height of the glyphs, must not reach: the next glyph, or the lane's end. */
  #wallOf(note: Note): number {
    if (!this.#level) return Number.POSITIVE_INFINITY;
    const next = this.#glyphs[note.last + 1] ?? Number.POSITIVE_INFINITY;
    return (note.x <= this.#end ? Math.min(next, this.#end) : next) - this.#beside;
  }

  #width(parts: ReadonlyMap<string, number>): number {
    return this.#scene.measure(this.#text(parts), "label-left");
  }

  #text(parts: ReadonlyMap<string, number>): string {
    const { language } = this.#scene;
    return [...parts]
      .map(([what, count]) => (count === 1 ? what : translate(language, "draw.times", { what, count })))
      .join(" · ");
  }
}
