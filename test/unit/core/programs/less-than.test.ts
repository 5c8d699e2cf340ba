import { describe, expect, test } from "vitest";
import { lessThan } from "../../../../core/programs/less-than.ts";

describe("Python's <", () => {
  test.each([
    [1, 2, true],
    [2, 1, false],
    [1, 1, false],
    [false, true, true],
    [true, 1, false],
    [true, 1.5, true],
    ["a", "b", true],
    ["b", "a", false],
    ["", "a", true],
    [[], [1], true],
    [[1], [], false],
    [[1], [1], false],
    [[1, 2], [1, 3], true],
    [[1, 3], [1, 2], false],
    [[1, 2], [1, 2, 0], true],
    [[1, 2, 0], [1, 2], false],
    [[true], [1, 0], true],
    [[[1]], [[2]], true],
    [[[1], 1], [[1], 2], true],
    [[[1, 2], 1], [[1], 0], false],
    [[null, 1], [null, 2], true],
  ])("%j < %j is %s", (a, b, less) => {
    expect(lessThan(a, b)).toBe(less);
  });

  test.each([
    [1, "a", "'int' and 'str'"],
    ["a", 1.5, "'str' and 'float'"],
    [null, 1, "'NoneType' and 'int'"],
    [undefined, undefined, "'NoneType' and 'NoneType'"],
    [{}, { a: 1 }, "'dict' and 'dict'"],
    [[1], 1, "'list' and 'int'"],
    [[1, {}], [1, { b: 1 }], "'dict' and 'dict'"],
    [true, "x", "'bool' and 'str'"],
    [["a"], [1], "'str' and 'int'"],
  ])("%j < %j is a TypeError in Python's words", (a, b, types) => {
    expect(() => lessThan(a, b)).toThrow(`'<' not supported between instances of ${types}`);
  });
});
