import { expect, test } from "vitest";
import { ArrowObstacles, clearMiddle, curvePoint, isClear } from "../../../../core/timeline/arrow-curve.ts";
import { DisplayList } from "../../../../core/timeline/display-list.ts";

test("an arrow is past the bars between before it sweeps aside", () => {
  const arrow = { x: 0, y: 0, w: 100, h: 100 };
  expect(curvePoint(arrow, 0)).toEqual({ x: 0, y: 0 });
  expect(curvePoint(arrow, 1)).toEqual({ x: 100, y: 100 });
  const halfWayAside = curvePoint(arrow, 0.5);
  expect(halfWayAside.x).toBe(50);
  expect(halfWayAside.y).toBeGreaterThan(65);
});

test("where an arrow crosses a band is known, and where it does not nothing is", () => {
  const list = new DisplayList();
  list.add("line", 5, 0, 5, 100, "rule", 1, "solid");
  list.add("arrow", 20, 0, 20, 100, "cancel", 1, "cancel");
  list.add("arrow", 40, 0, 90, 30, "cancel", 1, "signal");
  const arrows = new ArrowObstacles(list, 0, list.length);
  expect(arrows.within(50, 60)).toEqual([{ from: 20, to: 20 }]);
  expect(arrows.within(0, 40)).toEqual([
    { from: 20, to: 20 },
    { from: 40, to: 90 },
  ]);
  expect(arrows.within(100, 120)).toEqual([]);
});

test("words stand in the middle, or as near to it as is clear of arrows, or nowhere", () => {
  expect(clearMiddle([], 0, 100, 30)).toBe(50);
  const middle = clearMiddle([{ from: 45, to: 45 }], 0, 100, 30);
  expect(middle).toBe(64);
  expect(isClear([{ from: 45, to: 45 }], 64 - 15, 64 + 15)).toBe(true);
  expect(clearMiddle([{ from: 20, to: 80 }], 0, 100, 30)).toBeUndefined();
});
