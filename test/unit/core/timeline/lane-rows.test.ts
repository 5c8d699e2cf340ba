import { expect, test } from "vitest";
import { fitNaturally, placeLanes, rowAt, totalHeight } from "../../../../core/timeline/lane-rows.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { recordingOf } from "../../../support/timeline-look/scene-of.ts";

const { lanes } = recordingOf(madeUpRun());

test("rows follow each other without overlap, and bars and words lie within them", () => {
  for (const room of [100, 300, 2_000]) {
    let bottom = 0;
    for (const row of placeLanes(lanes, room)) {
      expect(row.top).toBeGreaterThanOrEqual(bottom);
      expect(row.barMiddle - row.barHeight / 2).toBeGreaterThanOrEqual(row.top);
      expect(row.barMiddle + row.barHeight / 2).toBeLessThanOrEqual(row.top + row.height);
      expect(row.stripMiddle).toBeLessThanOrEqual(row.barMiddle);
      bottom = row.top + row.height;
    }
  }
});

test("a canvas with room to spare gets taller lanes, up to a limit", () => {
  let natural = 1;
  while (!fitNaturally(lanes, natural)) natural += 1;
  expect(totalHeight(placeLanes(lanes, natural))).toBeCloseTo(natural, -1);
  expect(totalHeight(placeLanes(lanes, natural * 1.3))).toBeCloseTo(natural * 1.3, -1);
  expect(totalHeight(placeLanes(lanes, natural * 9))).toBeCloseTo(natural * 1.6, -1);
});

test("a canvas without enough room presses the lanes together to fit, down to a limit, before it scrolls", () => {
  let natural = 1;
  while (!fitNaturally(lanes, natural)) natural += 1;
  const tightest = totalHeight(placeLanes(lanes, 0));
  expect(tightest).toBeLessThan(natural * 0.76);
  expect(totalHeight(placeLanes(lanes, natural * 0.85))).toBeLessThanOrEqual(natural * 0.85 + 0.01);
  expect(totalHeight(placeLanes(lanes, 10))).toBe(tightest);
});

test("a row is found by its height", () => {
  const rows = placeLanes(lanes, 0);
  for (const [index, row] of rows.entries()) expect(rowAt(rows, row.top + row.height / 2)).toBe(index);
  expect(rowAt(rows, -5)).toBe(0);
  expect(rowAt(rows, 1e9)).toBe(rows.length);
});
