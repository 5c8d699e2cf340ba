import { expect, test } from "vitest";
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
