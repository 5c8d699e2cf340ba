import { describe, expect, test } from "vitest";
import { repr, shortRepr, str } from "../../../../core/programs/repr.ts";

describe("repr", () => {
  test.each([
    [42, "42"],
    [1.5, "1.5"],
    [-0, "-0.0"],
    [Number.NaN, "nan"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [10n, "10"],
    [true, "True"],
    [false, "False"],
    [null, "None"],
    [undefined, "None"],
    ["it", "'it'"],
    ["it's", `"it's"`],
    [`both ' and "`, `'both \\' and "'`],
    ["a\n\t\\\x08\x7f", "'a\\n\\t\\\\\\x08\\x7f'"],
    [[1, "a", [null]], "[1, 'a', [None]]"],
    [{ a: 1, b: "x" }, "{'a': 1, 'b': 'x'}"],
    [new Map([["k", 1]]), "{'k': 1}"],
    [new Set([1, 2]), "{1, 2}"],
    [new Set(), "set()"],
    [new RangeError("boom"), "RangeError('boom')"],
    [new TypeError(), "TypeError()"],
  ])("%o is printed as Python prints it", (value, text) => {
    expect(repr(value)).toBe(text);
  });

  test("an object with a text of its own prints it", () => {
    class Thread {
      toString() {
        return "<Thread(Thread-1 (spin), initial)>";
      }
    }
    expect(repr([new Thread()])).toBe("[<Thread(Thread-1 (spin), initial)>]");
  });
});

describe("str", () => {
  test("a text is itself and an error its message", () => {
    expect(str("it's")).toBe("it's");
    expect(str(new Error("boom"))).toBe("boom");
    expect(str(null)).toBe("None");
  });
});

describe("shortRepr", () => {
  test.each([
    ["x".repeat(50), "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"],
    [[1, 2, 3, 4, 5, 6, 7], "[1, 2, 3, 4, 5, 6, ...]"],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "{'a': 1, 'b': 2, 'c': 3, 'd': 4, ...}"],
    [[[[[[[["deep"]]]]]]], "[[[[[[[...]]]]]]]"],
    ["short", "'short'"],
  ])("cuts %o as reprlib does", (value, text) => {
    expect(shortRepr(value)).toBe(text);
  });
});
