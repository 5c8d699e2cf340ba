import { expect, test } from "vitest";
import { instantLabel, roundStep, ticks } from "../../../../core/timeline/ticks.ts";

const labels = (from: number, to: number, atLeast: number) =>
  [...ticks(from, to, atLeast)].map(({ label }) => label.replaceAll(/\s/g, " "));

test.each([
  [1, 1],
  [1.1, 2],
  [3, 5],
  [6, 10],
  [0.03, 0.05],
  [420_000, 500_000],
])("the smallest round step of at least %d µs is %d µs", (atLeast, step) => {
  expect(roundStep(atLeast)).toBeCloseTo(step, 9);
});

test("steps of tenths of a second are labelled in seconds", () => {
  expect(labels(-20_000, 1_600_000, 400_000)).toEqual(["0.0 s", "0.5 s", "1.0 s", "1.5 s"]);
});

test("steps of milliseconds are labelled in milliseconds, thousands set apart", () => {
  expect(labels(2_998_500, 3_002_500, 1_500)).toEqual(["3 000 ms", "3 002 ms"]);
});

test("the closest look is labelled in microseconds", () => {
  expect(labels(1_999_998, 2_000_011, 4)).toEqual(["2 000 000 µs", "2 000 005 µs", "2 000 010 µs"]);
});

test("time before the origin has a true minus sign, and the origin none", () => {
  expect(labels(-1_000_000, 0, 500_000)).toEqual(["−1.0 s", "−0.5 s", "0.0 s"]);
});

test("whole seconds have no decimals", () => {
  expect(labels(0, 20_000_000, 9_000_000)).toEqual(["0 s", "10 s", "20 s"]);
});

test("a pointer's instant is as exact as a pixel", () => {
  const label = (t: number, perPixel: number) => instantLabel(t, perPixel).replaceAll(/\s/g, " ");
  expect(label(1_234_567.8, 4_000)).toBe("1.235 s");
  expect(label(1_234_567.8, 80)).toBe("1 234.6 ms");
  expect(label(1_234_567.8, 0.2)).toBe("1 234 567.8 µs");
});
