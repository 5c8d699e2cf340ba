import { describe, expect, it } from "vitest";
import { listings } from "../../../../lessons/listings.ts";
import { colouredLines } from "../../../../renderer/stage/coloured.ts";
import { linesOf } from "../../../../renderer/stage/outline.ts";

const files = listings.flatMap(({ lesson, file, source, python }) => [
  { lesson, file, source },
  { lesson, ...python },
]);

describe.each(files)("the colours of $lesson/$file", ({ source }) => {
  const lines = colouredLines(source);

  it("change no character of it", () => {
    expect(lines.map((pieces) => pieces.map(({ text }) => text).join(""))).toEqual(linesOf(source));
  });

  it("know its keywords and strings", () => {
    const pieces = lines.flat();
    expect([...new Set(pieces.map(({ kind }) => kind))]).toEqual(
      expect.arrayContaining(["keyword", "string", "function"]),
    );
    expect(pieces).toContainEqual({ kind: "keyword", text: "import" });
  });
});

describe("a listing that the build does not know", () => {
  it("is plain", () => {
    expect(colouredLines("const a = 1;\n\nb();\n")).toEqual([
      [{ kind: "", text: "const a = 1;" }],
      [],
      [{ kind: "", text: "b();" }],
    ]);
  });
});
