import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listingOf } from "../../../../lessons/listings.ts";
import { align } from "../../../../renderer/stage/align.ts";
import { linesOf, outline } from "../../../../renderer/stage/outline.ts";

const threads = linesOf(listingOf("one-job-two-ways", "threads")?.source ?? "");
const coroutines = linesOf(listingOf("one-job-two-ways", "coroutines")?.source ?? "");

/** The line of `lines` that begins with `start` once trimmed, counted from 1. */
const lineOf = (lines: readonly string[], start: string) =>
  lines.findIndex((line) => line.trimStart().startsWith(start)) + 1;

describe("two listings line against line", () => {
  it("have every line of both in exactly one row, in its order, whatever they say", () => {
    const line = fc.constantFrom("", "  a b", "function f() {", "}", "  return x;", "const g = 1;", "  a c");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (left, right) => {
        const rows = align(left, right);
        expect(rows.flatMap(([number]) => number ?? [])).toEqual(left.map((_, index) => index + 1));
        expect(rows.flatMap(([, number]) => number ?? [])).toEqual(right.map((_, index) => index + 1));
        expect(rows.every((row) => row[0] !== undefined || row[1] !== undefined)).toBe(true);
      }),
    );
  });

  it("have no gaps when they are the same", () => {
    expect(align(threads, threads)).toEqual(threads.map((_, index) => [index + 1, index + 1]));
  });

  it("set sleep against yield* sleep, and the heads of functions of one name against each other", () => {
    const rows = align(threads, coroutines);
    expect(rows).toContainEqual([lineOf(threads, "sleep(frame)"), lineOf(coroutines, "yield* sleep(frame)")]);
    for (const name of ["spin", "slowFunction", "supervisor", "main"]) {
      const heads = [threads, coroutines].map((lines) => outline(lines).find((block) => block.name === name)?.from);
      expect(rows).toContainEqual(heads);
    }
  });

  it("leave a gap where a thread has to be started and a task has not", () => {
    const rows = align(threads, coroutines);
    expect(rows).toContainEqual([lineOf(threads, "for (const spinner of spinners) spinner.start()"), undefined]);
  });
});

describe("the outline of a listing", () => {
  it("names its top-level blocks with their first and last lines", () => {
    const lines = ["import a;", "", "export const f = wrap(function* f() {", "  g();", "});", "", "function h() {}"];
    expect(outline(lines)).toEqual([
      { name: "import", from: 1, to: 1 },
      { name: "f", from: 3, to: 5 },
      { name: "h", from: 7, to: 7 },
    ]);
  });
});
