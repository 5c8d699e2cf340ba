/**
 * Arrows, each kind with a line and a head of its own: a message is dotted with an open head, a cancel dashed with a
 * diamond, a signal solid with a full head, a join double with a round one. What brought a selection about: dashed, with an open head.
 */
import { curveControls } from "../arrow-curve.ts";
import type { ArrowStyle, Style } from "../display-list.ts";
import { diamond, disc, polygon } from "./glyphs.ts";
import type { Pen } from "./pen.ts";

interface Line {
  readonly dash: readonly number[];
  readonly width: number;
}

const lines: Readonly<Record<ArrowStyle, Line>> = {
  message: { dash: [1.5, 3], width: 1.25 },
  cancel: { dash: [5, 3], width: 1.5 },
  signal: { dash: [], width: 1.5 },
  join: { dash: [], width: 1.25 },
  cause: { dash: [2, 3], width: 1.5 },
};
/** Distance between the two lines of a join, px. */
const double = 3;

/** Whether a style is an arrow's. */
export function isArrow(style: Style): style is ArrowStyle {
  return Object.hasOwn(lines, style);
}

/** Draws an arrow from (x0, y0) to (x1, y1) in the colour that is set. It leaves and arrives upright. */
export function drawArrow(pen: Pen, style: ArrowStyle, x0: number, y0: number, x1: number, y1: number): void {
  const { dash, width } = lines[style];
  const shifts = style === "join" ? [-double / 2, double / 2] : [0];
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  for (const shift of shifts) {
    pen.beginPath();
    if (y0 === y1) {
      pen.moveTo(x0, y0 + shift);
      pen.lineTo(x1, y1 + shift);
    } else {
      const [c0, c1] = curveControls(y0, y1);
      pen.moveTo(x0 + shift, y0);
      pen.bezierCurveTo(x0 + shift, c0, x1 + shift, c1, x1 + shift, y1);
    }
    pen.stroke();
  }
  pen.setLineDash([]);
  head(pen, style, x1, y1, y0 === y1 ? 0 : y1 > y0 ? Math.PI / 2 : -Math.PI / 2);
}

/** The head at (x, y), for an arrow that arrives in direction `angle`. */
function head(pen: Pen, style: ArrowStyle, x: number, y: number, angle: number): void {
  const point = (along: number, across: number): [number, number] => [
    x + along * Math.cos(angle) - across * Math.sin(angle),
    y + along * Math.sin(angle) + across * Math.cos(angle),
  ];
  switch (style) {
    case "join":
      disc(pen, x, y, 3);
      break;
    case "cancel":
      diamond(pen, x, y, 4.5, true);
      break;
    case "signal":
      polygon(pen, [...point(0, 0), ...point(-7, 4), ...point(-7, -4)], true);
      break;
    case "message":
    case "cause":
      pen.lineWidth = 1.25;
      pen.beginPath();
      pen.moveTo(...point(-5, 3.5));
      pen.lineTo(...point(0, 0));
      pen.lineTo(...point(-5, -3.5));
      pen.stroke();
  }
}
