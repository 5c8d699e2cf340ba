/**
 * What lies under a point of the picture: the topmost item that stands for a row of the trace.
 */
import { curvePieces, curvePoint } from "./arrow-curve.ts";
import type { DisplayList, Item } from "./display-list.ts";

type Line = Pick<Item, "x" | "y" | "w" | "h">;

/** A point this near to an item, px, is on it. */
const near = 3;

/** The topmost item at (`x`, `y`) px that names a lane; undefined on empty ground. */
export function hitTest(list: DisplayList, x: number, y: number): Item | undefined {
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list.at(i);
    if (item.lane !== -1 && covers(item, x, y)) return item;
  }
  return undefined;
}

function covers(item: Item, x: number, y: number): boolean {
  switch (item.shape) {
    case "rect":
    case "outline":
    case "hatch":
      return x >= item.x - near && x <= item.x + item.w + near && y >= item.y && y <= item.y + item.h;
    case "mark":
      return Math.abs(x - item.x) <= item.w / 2 + near && Math.abs(y - item.y) <= item.w / 2 + near;
    case "line":
      return distance(item, x, y) <= near;
    case "arrow":
      return onCurve(item, x, y);
    case "image":
    case "text":
      return false;
  }
}

/** Whether a point is near an arrow: a curve that leaves and arrives upright. */
function onCurve(arrow: Line, x: number, y: number): boolean {
  const { x: x0, y: y0, w: x1, h: y1 } = arrow;
  const left = Math.min(x0, x1) - near;
  const right = Math.max(x0, x1) + near;
  if (x < left || x > right || y < Math.min(y0, y1) - near || y > Math.max(y0, y1) + near) return false;
  let before = curvePoint(arrow, 0);
  for (let piece = 1; piece <= curvePieces; piece++) {
    const next = curvePoint(arrow, piece / curvePieces);
    if (distance({ ...before, w: next.x, h: next.y }, x, y) <= near) return true;
    before = next;
  }
  return false;
}

/** Distance (px) of a point from the straight line between two ends. */
function distance({ x: x0, y: y0, w: x1, h: y1 }: Line, x: number, y: number): number {
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const along = length === 0 ? 0 : ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - (x0 + at * (x1 - x0)), y - (y0 + at * (y1 - y0)));
}
