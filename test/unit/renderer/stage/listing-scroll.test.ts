import { describe, expect, it } from "vitest";
import { scrollTopFor } from "../../../../renderer/stage/listing-scroll.ts";

describe("where a listing scrolls to, in lines of 10 px with 100 px in sight", () => {
  const scroll = (lines: readonly number[], from: number) =>
    scrollTopFor(
      lines.map((line) => line * 10),
      10,
      from,
      100,
    );

  it("stays where the lines already are in sight", () => {
    expect(scroll([3, 6], 20)).toBe(20);
  });

  it("goes down only as far as it must, with one more line below", () => {
    expect(scroll([15], 0)).toBe(70);
  });

  it("goes up only as far as it must, with one more line above", () => {
    expect(scroll([4], 200)).toBe(30);
  });

  it("shows all of the lines when they fit", () => {
    expect(scroll([18, 12], 0)).toBe(100);
  });

  it("shows the first one, the supervisor's, when they lie too far apart", () => {
    expect(scroll([30, 2], 0)).toBe(220);
  });

  it("never leaves a line cut at the top", () => {
    expect(scroll([15], 3) % 10).toBe(0);
    expect(scroll([0], 44)).toBe(0);
  });
});
