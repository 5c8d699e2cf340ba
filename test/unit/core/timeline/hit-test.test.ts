import { expect, test } from "vitest";
import { curvePoint } from "../../../../core/timeline/arrow-curve.ts";
import { DisplayList } from "../../../../core/timeline/display-list.ts";
import { hitTest } from "../../../../core/timeline/hit-test.ts";

function list(): DisplayList {
  const items = new DisplayList();
  items.add("rect", 0, 0, 500, 500, "background", 1, "plain");
  items.add("hatch", 100, 40, 200, 10, "threads", 1, "blocked", 7, 1);
  items.add("rect", 150, 38, 2, 14, "threads", 1, "plain", 7, 2);
  items.add("arrow", 150, 52, 150, 90, "cancel", 1, "signal", 7, 3);
  items.add("mark", 150, 96, 8, 0, "cancel", 1, "seen", 8, 4);
  return items;
}

test("the topmost item under the point is hit", () => {
  expect(hitTest(list(), 120, 45)?.row).toBe(1);
  expect(hitTest(list(), 151, 45)?.row).toBe(2);
});

test("what is thin is hit a little beside it, too", () => {
  expect(hitTest(list(), 154, 45)?.row).toBe(2);
  expect(hitTest(list(), 147.5, 70)?.row).toBe(3);
  expect(hitTest(list(), 155, 98)?.row).toBe(4);
});

test("empty ground and what stands for no lane are not hit", () => {
  expect(hitTest(list(), 10, 10)).toBeUndefined();
  expect(hitTest(list(), 400, 45)).toBeUndefined();
});

/** One item alone: which of the points hit it. */
function hits(add: (items: DisplayList) => void, points: readonly (readonly [number, number])[]): readonly boolean[] {
  const items = new DisplayList();
  add(items);
  return points.map(([x, y]) => hitTest(items, x, y) !== undefined);
}

test("a box is hit up to 3 px beside it, and no pixel above or below", () => {
  for (const shape of ["rect", "outline", "hatch"] as const) {
    const style = shape === "hatch" ? "blocked" : shape === "rect" ? "plain" : "solid";
    const box = (items: DisplayList) => items.add(shape, 100, 40, 10, 8, "threads", 1, style, 1, 1);
    const across = [
      [96.9, 44],
      [97, 44],
      [105, 44],
      [113, 44],
      [113.1, 44],
    ] as const;
    expect(hits(box, across)).toEqual([false, true, true, true, false]);
    const down = [
      [105, 39.9],
      [105, 40],
      [105, 48],
      [105, 48.1],
    ] as const;
    expect(hits(box, down)).toEqual([false, true, true, false]);
  }
});

test("a mark is hit up to 3 px around it", () => {
  const mark = (items: DisplayList) => items.add("mark", 50, 50, 8, 0, "cancel", 1, "seen", 1, 1);
  const points = [
    [43, 50],
    [42.9, 50],
    [57, 57],
    [57.1, 50],
    [50, 43],
    [50, 57.1],
  ] as const;
  expect(hits(mark, points)).toEqual([true, false, true, false, true, false]);
});

test("a line is hit along its length, and not beyond its ends", () => {
  const line = (items: DisplayList) => items.add("line", 10, 20, 50, 20, "threads", 1, "solid", 1, 1);
  const points = [
    [10, 20],
    [30, 23],
    [30, 23.1],
    [53, 20],
    [53.1, 20],
    [6.9, 20],
  ] as const;
  expect(hits(line, points)).toEqual([true, true, false, true, false, false]);
  const dot = (items: DisplayList) => items.add("line", 10, 20, 10, 20, "threads", 1, "solid", 1, 1);
  expect(
    hits(dot, [
      [12, 22],
      [13, 21],
    ]),
  ).toEqual([true, false]);
});

test("an arrow is hit on its curve, upwards and downwards, and not in the corner that it cuts", () => {
  for (const [y0, y1] of [
    [100, 200],
    [200, 100],
  ] as const) {
    const ends = { x: 40, y: y0, w: 140, h: y1 };
    const arrow = (items: DisplayList) => items.add("arrow", 40, y0, 140, y1, "cancel", 1, "signal", 1, 1);
    const on = [0, 0.25, 0.5, 0.75, 1].map((s) => curvePoint(ends, s)).map(({ x, y }) => [x, y] as const);
    expect(hits(arrow, on)).toEqual([true, true, true, true, true]);
    expect(
      hits(arrow, [
        [135, y0 + (y1 - y0) * 0.1],
        [90, y0],
        [200, y1],
      ]),
    ).toEqual([false, false, false]);
  }
});

test("of two that lie over each other the one that was drawn last is hit, though the other was nearer", () => {
  const items = new DisplayList();
  items.add("rect", 100, 40, 10, 8, "threads", 1, "plain", 1, 1);
  items.add("rect", 111, 40, 10, 8, "threads", 1, "plain", 1, 2);
  expect(hitTest(items, 109, 44)?.row).toBe(2);
  expect(hitTest(items, 107, 44)?.row).toBe(1);
});

test("words and images are never hit", () => {
  const items = new DisplayList();
  items.add("text", 10, 10, 100, 20, "text", 1, "name-left", 1, 1, "MainThread");
  items.add("image", 0, 0, 500, 500, "background", 1, "plain", 1, 1);
  expect(hitTest(items, 20, 12)).toBeUndefined();
});
