import { expect, it } from "vitest";
import { Recent } from "../../../../../core/formats/trace-event/recent.ts";

it("forgets the oldest first, also of keys that were taken and came again", () => {
  const recent = new Recent<string>(3);
  for (const key of [1, 2, 3]) recent.set(key, `a${key}`);
  expect(recent.take(1)).toBe("a1");
  recent.set(1, "b1");
  recent.set(4, "a4");
  expect([1, 2, 3, 4].map((key) => recent.get(key))).toEqual(["b1", undefined, "a3", "a4"]);
  recent.set(5, "a5");
  recent.set(6, "a6");
  expect([1, 3, 4, 5, 6].map((key) => recent.get(key))).toEqual([undefined, undefined, "a4", "a5", "a6"]);
});
