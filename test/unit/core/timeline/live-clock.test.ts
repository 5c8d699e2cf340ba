import { expect, test } from "vitest";
import { LiveClock } from "../../../../core/timeline/live-clock.ts";

test("now advances with the local clock between two batches", () => {
  const clock = new LiveClock();
  clock.arrived(1_000, 51_000);
  expect(clock.now(51_000)).toBe(1_000);
  expect(clock.now(61_000)).toBe(11_000);
});

test("the batch that came soonest after its event tells best", () => {
  const clock = new LiveClock();
  clock.arrived(1_000, 51_000);
  clock.arrived(9_000, 58_000);
  expect(clock.now(60_000)).toBe(11_000);
  clock.arrived(10_000, 100_000);
  expect(clock.now(100_000)).toBe(51_000);
});

test("now is never behind what has come", () => {
  const clock = new LiveClock();
  clock.arrived(0, 100);
  clock.arrived(5_000, 200);
  expect(clock.now(150)).toBeGreaterThanOrEqual(5_000);
});

test("before the first batch it is the origin", () => {
  expect(new LiveClock().now(123)).toBe(0);
});
