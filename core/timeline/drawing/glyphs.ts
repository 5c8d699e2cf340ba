/**
 * The glyphs of moments and ends, each of its own shape, so that none needs its colour to be told from another.
 * Drawn about (x, y), `size` px across, in the colour that is set.
 */
import type { Glyph, Style } from "../display-list.ts";
import type { Pen } from "./pen.ts";

type Draw = (pen: Pen, x: number, y: number, size: number) => void;

const draws: Readonly<Record<Glyph, Draw>> = {
  returned: (pen, x, y, size) => pen.fillRect(x - 1, y - size / 2, 2, size),
  raised: (pen, x, y, size) => {
    const half = size / 2 - 1;
    pen.lineWidth = 2;
    stroke(pen, [x - half, y - half, x + half, y + half]);
    stroke(pen, [x + half, y - half, x - half, y + half]);
  },
  // An end like any other, and why: the bar's end with the cancel's diamond on it.
  cancelled: (pen, x, y, size) => {
    pen.fillRect(x - 1, y - size / 2, 2, size);
    diamond(pen, x, y, Math.min(4.5, size / 3), true);
  },
  broken: (pen, x, y, size) => {
    const step = size / 4;
    pen.lineWidth = 2;
    stroke(pen, [x, y - 2 * step, x - step, y - step, x + step, y, x - step, y + step, x, y + 2 * step]);
  },
  open: (pen, x, y) => {
    for (const dx of [3, 7, 11]) pen.fillRect(x + dx, y - 1, 2, 2);
  },
  asked: (pen, x, y, size) =>
    polygon(pen, [x - size / 2, y - size / 2, x + size / 2, y - size / 2, x, y + size / 2], true),
  seen: (pen, x, y, size) => {
    ring(pen, x, y, size / 2 - 0.5);
    disc(pen, x, y, size / 5);
  },
  "cancel-requested": (pen, x, y, size) => diamond(pen, x, y, size / 2, false),
  "cancel-delivered": (pen, x, y, size) => diamond(pen, x, y, size / 2 + 0.5, true),
  "cancel-refused": (pen, x, y, size) => {
    pen.lineWidth = 1.25;
    diamond(pen, x, y, size / 2, false);
    stroke(pen, [x - size / 2 - 1, y + size / 2 + 1, x + size / 2 + 1, y - size / 2 - 1]);
  },
  joined: (pen, x, y, size) => {
    pen.fillRect(x - size / 2, y - size / 2, 2, size);
    pen.fillRect(x + size / 2 - 2, y - size / 2, 2, size);
    pen.fillRect(x - size / 2, y - 1, size, 2);
  },
  warned: (pen, x, y, size) => {
    const half = size / 2 + 0.5;
    polygon(pen, [x, y - half, x + half, y + half, x - half, y + half], false);
    stroke(pen, [x, y - 1, x, y + half - 2]);
  },
  sent: (pen, x, y, size) => ring(pen, x, y, size / 2 - 0.5),
  received: (pen, x, y, size) => disc(pen, x, y, size / 2),
  numbered: (pen, x, y, size) => disc(pen, x, y, size / 2),
};

/** Whether a style is a glyph's. */
export function isGlyph(style: Style): style is Glyph {
  return Object.hasOwn(draws, style);
}

/** Draws a glyph. */
export function drawGlyph(pen: Pen, glyph: Glyph, x: number, y: number, size: number): void {
  pen.lineWidth = 1.5;
  draws[glyph](pen, x, y, size);
}

/** A square on its corner. */
export function diamond(pen: Pen, x: number, y: number, half: number, full: boolean): void {
  polygon(pen, [x, y - half, x + half, y, x, y + half, x - half, y], full);
}

/** A closed shape through points given as x, y, x, y …; filled or as an outline. */
export function polygon(pen: Pen, points: readonly number[], full: boolean): void {
  trace(pen, points);
  pen.closePath();
  if (full) pen.fill();
  else pen.stroke();
}

function stroke(pen: Pen, points: readonly number[]): void {
  trace(pen, points);
  pen.stroke();
}

function trace(pen: Pen, points: readonly number[]): void {
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
}

/** A full circle. */
export function disc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function ring(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.stroke();
}
