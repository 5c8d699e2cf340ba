import { describe, expect, it } from "vitest";
import { lateOrder, reorder } from "../../../../../core/trace/folds/late-order.ts";

function ordered(entries: readonly number[], sorted: number) {
  let compared = 0;
  const found = lateOrder(sorted, entries.length, (a, b) => {
    compared += 1;
    return (entries[a] ?? 0) > (entries[b] ?? 0);
  });
  const column = Float64Array.from(entries);
  reorder(column, found);
  const places = Int32Array.from(entries, (_, index) => index);
  reorder(places, found);
  return { from: found.from, column: [...column], places: [...places], compared };
}

describe("late entries", () => {
  it("are put in their places, of equal ones in the order in which they came", () => {
    expect(ordered([1, 3, 5, 7, 4, 3, 9], 4)).toMatchObject({
      from: 2,
      column: [1, 3, 3, 4, 5, 7, 9],
      places: [0, 1, 5, 4, 2, 3, 6],
    });
  });

  it("are moved past those alone that come after the earliest of them", () => {
    expect(ordered([1, 2, 3, 4, 2.5], 4).from).toBe(2);
    expect(ordered([1, 2, 3, 0], 3).from).toBe(0);
  });

  it("in reverse cost n log n comparisons", () => {
    const backwards = (length: number) =>
      ordered(
        Array.from({ length }, (_, index) => length - index),
        1,
      );
    const { compared, column } = backwards(8_192);
    expect(column).toEqual(Array.from({ length: 8_192 }, (_, index) => index + 1));
    expect(compared).toBeLessThan(2.5 * backwards(4_096).compared);
  });
});
