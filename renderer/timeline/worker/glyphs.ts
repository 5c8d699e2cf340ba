/**
 * The glyphs of moments and ends, each of its own shape, so that none needs its colour to be told from another.
 * Drawn about (x, y), `size` px across, in the colour that is set.
 */
import type { Glyph, Style } from "../../../core/timeline/display-list.ts";

type Draw = (context: OffscreenCanvasRenderingContext2D, x: number, y: number, size: number) => void;

const draws: Readonly<Record<Glyph, Draw>> = {
  returned: (context, x, y, size) => context.fillRect(x - 1, y - size / 2, 2, size),
  raised: (context, x, y, size) => {
    const half = size / 2 - 1;
    context.lineWidth = 2;
    stroke(context, [x - half, y - half, x + half, y + half]);
    stroke(context, [x + half, y - half, x - half, y + half]);
  },
  // An end like any other, and why: the bar's end with the cancel's diamond on it.
  cancelled: (context, x, y, size) => {
    context.fillRect(x - 1, y - size / 2, 2, size);
    diamond(context, x, y, Math.min(4.5, size / 3), true);
  },
  broken: (context, x, y, size) => {
    const step = size / 4;
    context.lineWidth = 2;
    stroke(context, [x, y - 2 * step, x - step, y - step, x + step, y, x - step, y + step, x, y + 2 * step]);
  },
  open: (context, x, y) => {
    for (const dx of [3, 7, 11]) context.fillRect(x + dx, y - 1, 2, 2);
  },
  asked: (context, x, y, size) =>
    polygon(context, [x - size / 2, y - size / 2, x + size / 2, y - size / 2, x, y + size / 2], true),
  seen: (context, x, y, size) => {
    ring(context, x, y, size / 2 - 0.5);
    disc(context, x, y, size / 5);
  },
  "cancel-requested": (context, x, y, size) => diamond(context, x, y, size / 2, false),
  "cancel-delivered": (context, x, y, size) => diamond(context, x, y, size / 2 + 0.5, true),
  "cancel-refused": (context, x, y, size) => {
    context.lineWidth = 1.25;
    diamond(context, x, y, size / 2, false);
    stroke(context, [x - size / 2 - 1, y + size / 2 + 1, x + size / 2 + 1, y - size / 2 - 1]);
  },
  joined: (context, x, y, size) => {
    context.fillRect(x - size / 2, y - size / 2, 2, size);
    context.fillRect(x + size / 2 - 2, y - size / 2, 2, size);
    context.fillRect(x - size / 2, y - 1, size, 2);
  },
  sent: (context, x, y, size) => ring(context, x, y, size / 2 - 0.5),
  received: (context, x, y, size) => disc(context, x, y, size / 2),
  numbered: (context, x, y, size) => disc(context, x, y, size / 2),
};

/** Whether a style is a glyph's. */
export function isGlyph(style: Style): style is Glyph {
  return Object.hasOwn(draws, style);
}

/** Draws a glyph. */
export function drawGlyph(
  context: OffscreenCanvasRenderingContext2D,
  glyph: Glyph,
  x: number,
  y: number,
  size: number,
): void {
  context.lineWidth = 1.5;
  draws[glyph](context, x, y, size);
}

/** A square on its corner. */
export function diamond(
  context: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  half: number,
  full: boolean,
): void {
  polygon(context, [x, y - half, x + half, y, x, y + half, x - half, y], full);
}

/** A closed shape through points given as x, y, x, y …; filled or as an outline. */
export function polygon(context: OffscreenCanvasRenderingContext2D, points: readonly number[], full: boolean): void {
  trace(context, points);
  context.closePath();
  if (full) context.fill();
  else context.stroke();
}

function stroke(context: OffscreenCanvasRenderingContext2D, points: readonly number[]): void {
  trace(context, points);
  context.stroke();
}

function trace(context: OffscreenCanvasRenderingContext2D, points: readonly number[]): void {
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
}

/** A full circle. */
export function disc(context: OffscreenCanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function ring(context: OffscreenCanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}
