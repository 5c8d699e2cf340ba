/**
 * The curve of an arrow as layout knows it: it leaves and arrives upright. For what has to hit it, or to keep clear.
 */
import type { DisplayList, Item } from "./display-list.ts";

type Ends = Pick<Item, "x" | "y" | "w" | "h">;

/** Pieces into which an arrow's curve is cut. */
export const curvePieces = 12;

/**
 * Where the curve's two control points are on the way from `y0` to `y1`: it goes down first, straight through the bars
 * that lie between, and sweeps to its end in the space before that, where it runs through nobody's words.
 */
export function curveControls(y0: number, y1: number): readonly [number, number] {
  return [y0 + 0.95 * (y1 - y0), y0 + 0.55 * (y1 - y0)];
}

/** The point of an arrow at `s`, from 0 at its beginning to 1 at its head. */
export function curvePoint(
  { x: x0, y: y0, w: x1, h: y1 }: Ends,
  s: number,
): { readonly x: number; readonly y: number } {
  const [c0, c1] = curveControls(y0, y1);
  const between = 3 * s * (1 - s) * ((1 - s) * c0 + s * c1);
  return { x: x0 + (x1 - x0) * s * s * (3 - 2 * s), y: (1 - s) ** 3 * y0 + between + s ** 3 * y1 };
}

/** A stretch from left to right, px. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Arrows that are looked at: words are not moved about in a crowd. */
const lookedAt = 200;

/** The arrows among the items `first` … `end` − 1 of a list: what words keep clear of. */
export class ArrowObstacles {
  readonly #arrows: readonly Ends[];

  constructor(list: DisplayList, first: number, end: number) {
    const arrows: Ends[] = [];
    for (let i = first; i < end && arrows.length < lookedAt; i++) {
      const { shape, x, y, w, h } = list.at(i);
      if (shape === "arrow") arrows.push({ x, y, w, h });
    }
    this.#arrows = arrows;
  }

  /** Where arrows cross the band from `top` to `bottom` px, in no order. */
  within(top: number, bottom: number): readonly Stretch[] {
    return this.#arrows.flatMap((arrow) => crossing(arrow, top, bottom) ?? []);
  }
}

function crossing(arrow: Ends, top: number, bottom: number): Stretch | undefined {
  if (Math.max(arrow.y, arrow.h) <= top || Math.min(arrow.y, arrow.h) >= bottom) return undefined;
  if (Math.abs(arrow.x - arrow.w) < 1) return { from: arrow.x, to: arrow.x };
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let before = curvePoint(arrow, 0);
  for (let piece = 1; piece <= curvePieces; piece++) {
    const next = curvePoint(arrow, piece / curvePieces);
    if (Math.max(before.y, next.y) > top && Math.min(before.y, next.y) < bottom) {
      from = Math.min(from, before.x, next.x);
      to = Math.max(to, before.x, next.x);
    }
    before = next;
  }
  return from > to ? undefined : { from, to };
}

/** Kept free on either side of an arrow, px. */
const clearance = 4;

/** Whether words from `from` to `to` px meet none of `stretches`. */
export function isClear(stretches: readonly Stretch[], from: number, to: number): boolean {
  return stretches.every((each) => each.to + clearance <= from || each.from - clearance >= to);
}

/**
 * The middle of words `width` px wide that is nearest to the middle of `from` … `to` and clear of `stretches`; undefined
 * where there is no such place.
 */
export function clearMiddle(
  stretches: readonly Stretch[],
  from: number,
  to: number,
  width: number,
): number | undefined {
  const middle = (from + to) / 2;
  const half = width / 2;
  const places = [
    middle,
    ...stretches.flatMap((each) => [each.from - clearance - half, each.to + clearance + half]),
  ].filter((x) => x - half >= from && x + half <= to && isClear(stretches, x - half, x + half));
  places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return places[0];
}
