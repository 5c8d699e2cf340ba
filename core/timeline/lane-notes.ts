/**
 * The words of a lane's moments, each beside its own moment: right of it, or left where something stands there. Only
 * moments that all but fall together share a note. What finds no room is left out, of two the lesser; zooming in takes a
 * crowd apart.
 */
import { translate } from "../i18n/index.ts";
import type { Colour } from "./display-list.ts";
import { type Part, partsOf } from "./moment-crowd.ts";
import type { Scene } from "./scene.ts";

/** Different words in one note. */
const partsAtMost = 3;
/** From the first moment of a note to its last, px. */
const together = 16;
const gap = 8;
const separator = " · ";

/** A piece of a note, in one colour. */
export interface Piece {
  readonly x: number;
  readonly text: string;
  readonly row: number;
  readonly colour: Colour;
}

export interface Placed {
  /** Left and right end, px. */
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

interface Note {
  /** The first and the last moment it speaks of: their places, px, and their numbers on the lane. */
  readonly firstX: number;
  readonly first: number;
  x: number;
  last: number;
  /** Rows of the trace. */
  readonly rows: number[];
}

/** A note in words. */
interface Worded extends Note {
  readonly parts: readonly Part[];
  readonly width: number;
  readonly rank: number;
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

  /** A moment at `x` px, right of those before it, and its rows of the trace. */
  add(x: number, rows: readonly number[]): void {
    const last = this.#glyphs.push(x) - 1;
    const before = this.#notes.at(-1);
    if (before === undefined || x - before.firstX > together) {
      this.#notes.push({ firstX: x, first: last, x, last, rows: [...rows] });
      return;
    }
    before.x = x;
    before.last = last;
    before.rows.push(...rows);
  }

  /** The words that have room, from left to right. */
  *placed(): Generator<Placed, void> {
    let taken = this.#scene.scale.left;
    const notes = this.#notes.map((note) => this.#worded(note));
    for (const [place, note] of notes.entries()) {
      const from = this.#place(note, notes[place + 1], taken);
      if (from === undefined) continue;
      const to = from + note.width;
      yield { from, to, pieces: this.#pieces(note.parts, from) };
      taken = to + gap;
    }
  }

  /** Too much for one note: what matters most stays, in the order in which it happened. */
  #worded(note: Note): Worded {
    const all = partsOf(this.#scene, note.rows, this.#level);
    const foremost = new Set(all.toSorted((a, b) => b.rank - a.rank).slice(0, partsAtMost));
    const parts = all.filter((part) => foremost.has(part));
    return { ...note, parts, width: this.#width(parts), rank: Math.max(...parts.map(({ rank }) => rank)) };
  }

  /** Where a note begins; undefined where it has no room. `taken`: what is left of that is. */
  #place(note: Worded, next: Worded | undefined, taken: number): number | undefined {
    const { scale } = this.#scene;
    const right = note.x + this.#beside;
    const isFree = right >= taken;
    if (isFree && right + note.width <= Math.min(this.#wallOf(note, next), scale.right)) return right;
    const left = note.firstX - this.#beside - note.width;
    const previous = this.#level ? (this.#glyphs[note.first - 1] ?? Number.NEGATIVE_INFINITY) : left - 2 * this.#beside;
    if (left >= taken && left >= previous + this.#beside) return left;
    // Above the bar there is room over the next moment, at the cost of its words.
    const matters = next === undefined || note.rank >= next.rank;
    return !this.#level && isFree && matters && right + note.width <= scale.right ? right : undefined;
  }

  /** What the words of a note must not reach: the next moment, and at the height of the glyphs the lane's end. */
  #wallOf(note: Note, next: Note | undefined): number {
    if (!this.#level) return (next?.firstX ?? Number.POSITIVE_INFINITY) - this.#beside + 1;
    const glyph = this.#glyphs[note.last + 1] ?? Number.POSITIVE_INFINITY;
    return (note.x <= this.#end ? Math.min(glyph, this.#end) : glyph) - this.#beside;
  }

  #width(parts: readonly Part[]): number {
    const { measure } = this.#scene;
    const words = parts.reduce((sum, part) => sum + measure(this.#textOf(part), "label-left"), 0);
    return words + Math.max(0, parts.length - 1) * measure(separator, "label-left");
  }

  #pieces(parts: readonly Part[], from: number): readonly Piece[] {
    const { measure } = this.#scene;
    const pieces: Piece[] = [];
    let x = from;
    for (const part of parts) {
      if (pieces.length > 0) {
        pieces.push({ x, text: separator, row: part.row, colour: "muted" });
        x += measure(separator, "label-left");
      }
      const text = this.#textOf(part);
      pieces.push({ x, text, row: part.row, colour: part.colour });
      x += measure(text, "label-left");
    }
    return pieces;
  }

  #textOf({ text, count }: Part): string {
    return count === 1 ? text : translate(this.#scene.language, "draw.times", { what: text, count });
  }
}
