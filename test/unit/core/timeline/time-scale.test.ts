import { expect, test } from "vitest";
import { TimeScale } from "../../../../core/timeline/time-scale.ts";

test("a scale puts its range's ends at its pixels' ends, and comes back", () => {
  const scale = new TimeScale({ from: 1_000, to: 3_000 }, 100, 500);
  expect(scale.x(1_000)).toBe(100);
  expect(scale.x(3_000)).toBe(500);
  expect(scale.x(2_000)).toBe(300);
  expect(scale.time(scale.x(1_234.5))).toBeCloseTo(1_234.5, 6);
  expect(scale.perPixel).toBe(5);
});

test("what is out of sight lies beyond the scale's ends, in proportion", () => {
  const scale = new TimeScale({ from: -500, to: 500 }, 40, 240);
  expect([-1_000, -500, 0, 500, 1_000].map((t) => scale.x(t))).toEqual([-60, 40, 140, 240, 340]);
  expect([-60, 40, 140, 240, 340].map((x) => scale.time(x))).toEqual([-1_000, -500, 0, 500, 1_000]);
});

test("a scale without width or without a range is refused", () => {
  expect(() => new TimeScale({ from: 5, to: 5 }, 0, 10)).toThrow(RangeError);
  expect(() => new TimeScale({ from: 6, to: 5 }, 0, 10)).toThrow(RangeError);
  expect(() => new TimeScale({ from: Number.NaN, to: 5 }, 0, 10)).toThrow(RangeError);
  expect(() => new TimeScale({ from: 0, to: 5 }, 10, 10)).toThrow(RangeError);
  expect(() => new TimeScale({ from: 0, to: 5 }, 11, 10)).toThrow(RangeError);
});
