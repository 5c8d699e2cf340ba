import { describe, expect, it } from "vitest";
import { list, z } from "../../../../core/contract/schema.ts";

const item = z.strictObject({ id: z.int(), name: z.string() });

describe("a list of items", () => {
  it("gives them as their schema does", () => {
    const parsed = list(item.transform(({ id }) => id)).parse([{ id: 1, name: "a" }]);
    expect(parsed).toEqual([1]);
  });

  it("tells the first fault alone, where it is, and looks at nothing behind it", () => {
    let looked = 0;
    const counted = z.unknown().refine(() => {
      looked += 1;
      return looked < 3;
    });
    expect(list(counted).safeParse(new Array(100_000).fill(0)).success).toBe(false);
    expect(looked).toBe(3);
    const bad = z.strictObject({ all: list(item) }).safeParse({ all: [{ id: 1, name: "a" }, { id: 2 }, {}, {}] });
    expect(bad.error?.issues.map(({ path }) => path)).toEqual([["all", 1, "name"]]);
  });

  it("has no more and no fewer items than it may, which is seen before them", () => {
    expect(
      list(item, 1)
        .safeParse([{}, {}])
        .error?.issues.map(({ code }) => code),
    ).toEqual(["too_big"]);
    expect(list(item, 2, 1).safeParse([]).success).toBe(false);
    expect(list(item, 2, 1).safeParse("ab").success).toBe(false);
  });
});
