import { expect, test } from "vitest";
import { PlacedLanes } from "../../../../renderer/timeline/worker/placed-lanes.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { recordingOf, sixPixelsALetter } from "../../../support/timeline-look/scene-of.ts";

const { lanes } = recordingOf(madeUpRun());
const low = { width: 800, height: 160, axis: 30 };

test("lanes are scrolled no further than there are any, and not at all where all have room", () => {
  const placed = new PlacedLanes();
  placed.place(lanes, low, "en", sixPixelsALetter);
  placed.scrollBy(10_000);
  const last = placed.rows.at(-1);
  expect((last?.top ?? 0) + (last?.height ?? 0) - placed.scroll).toBeLessThanOrEqual(placed.bottom - low.axis);
  placed.scrollBy(-10_000);
  expect(placed.scroll).toBe(0);
  placed.forget();
  placed.place(lanes, { ...low, height: 900 }, "en", sixPixelsALetter);
  placed.scrollBy(50);
  expect(placed.scroll).toBe(0);
});

test("a lane is revealed by as little as is needed, and one in sight by nothing", () => {
  const placed = new PlacedLanes();
  placed.place(lanes, low, "en", sixPixelsALetter);
  const [first] = placed.rows;
  const last = placed.rows.at(-1);
  placed.reveal(first?.lane.id ?? 0);
  expect(placed.scroll).toBe(0);
  placed.reveal(last?.lane.id ?? 0);
  expect((last?.top ?? 0) + (last?.height ?? 0) - placed.scroll).toBeCloseTo(placed.bottom - low.axis);
  placed.reveal(first?.lane.id ?? 0);
  expect(placed.scroll).toBe(0);
});

test("the same lanes on the same canvas are placed once; another axis places them anew", () => {
  const placed = new PlacedLanes();
  placed.place(lanes, low, "en", sixPixelsALetter);
  const { rows } = placed;
  placed.place(lanes, low, "en", sixPixelsALetter);
  expect(placed.rows).toBe(rows);
  placed.place(lanes, { ...low, axis: 46 }, "en", sixPixelsALetter);
  expect(placed.rows).not.toBe(rows);
});

test("those in sight are told by their places, and there are no more than there are lanes", () => {
  const placed = new PlacedLanes();
  placed.place(lanes, { ...low, height: 900 }, "en", sixPixelsALetter);
  expect(placed.inSight).toEqual({ first: 0, last: lanes.length - 1 });
  placed.forget();
  placed.place(lanes, low, "en", sixPixelsALetter);
  expect(placed.inSight.first).toBe(0);
  expect(placed.inSight.last).toBeLessThan(lanes.length - 1);
  placed.scrollBy(10_000);
  expect(placed.inSight.first).toBeGreaterThan(0);
  expect(placed.inSight.last).toBe(lanes.length - 1);
});
