import { describe, expect, it } from "vitest";
import { placeAfter } from "../../../../renderer/ui/arrow-keys.ts";

describe("the keys of a list of five", () => {
  it("go one on, and stay at its ends", () => {
    expect([placeAfter("ArrowDown", 1, 5), placeAfter("ArrowDown", 4, 5)]).toEqual([2, 4]);
    expect([placeAfter("ArrowUp", 1, 5), placeAfter("ArrowUp", 0, 5)]).toEqual([0, 0]);
  });

  it("go to its first and its last", () => {
    expect([placeAfter("Home", 3, 5), placeAfter("End", 1, 5)]).toEqual([0, 4]);
  });

  it("leave every other key to whoever wants it", () => {
    for (const key of ["Tab", "Enter", "a"]) expect(placeAfter(key, 1, 5)).toBe(-1);
  });
});
