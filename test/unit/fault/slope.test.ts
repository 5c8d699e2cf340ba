// The line that a soak is judged by.
import { expect, it } from "vitest";
import { slope } from "../../fault/soak/slope.ts";

it("is the slope of points on a line, and of the line between points beside it", () => {
  expect(slope([1, 2, 5].map((at) => ({ at, value: 3 * at + 7 })))).toBeCloseTo(3);
  const beside = [0, 1, 2, 3].map((at) => ({ at, value: at / 2 + (at % 2 === 0 ? 1 : -1) }));
  expect(slope(beside)).toBeCloseTo(0.5 - 0.4);
});

it("is 0 where there are no two moments", () => {
  expect(slope([])).toBe(0);
  expect(slope([{ at: 2, value: 9 }])).toBe(0);
});
