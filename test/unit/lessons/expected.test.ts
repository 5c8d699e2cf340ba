import { expect, test } from "vitest";
import { atLeast, isAsExpected } from "../../../lessons/expected.ts";

test("one value is expected, or nothing is", () => {
  expect(isAsExpected(42, 42)).toBe(true);
  expect(isAsExpected([1, "two"], [1, "two"])).toBe(true);
  expect(isAsExpected(null, null)).toBe(true);
  expect(isAsExpected(42, 43)).toBe(false);
  expect(isAsExpected(null, undefined)).toBe(false);
  expect(isAsExpected(undefined, 42)).toBe(false);
});

test("of a result that is different each time, the least that it can be", () => {
  expect([0, 1, 200].map((value) => isAsExpected(atLeast(0), value))).toEqual([true, true, true]);
  expect([-1, 0.5, "1", null, undefined].map((value) => isAsExpected(atLeast(0), value))).not.toContain(true);
});
