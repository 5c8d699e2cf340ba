import { describe, expect, it } from "vitest";
import { divide } from "../../../../renderer/stage/console.tsx";

describe("a console", () => {
  it("sets its last written line apart", () => {
    expect(divide("spinner object: <x>\n| thinking!")).toEqual({
      earlier: "spinner object: <x>\n",
      latest: "| thinking!",
    });
  });

  it("keeps the answer as the last line though the cursor is already below it", () => {
    expect(divide("spinner object: <x>\nAnswer: 42\n")).toEqual({
      earlier: "spinner object: <x>\n",
      latest: "Answer: 42",
    });
  });

  it("has no last line while nothing is written", () => {
    expect(divide("")).toEqual({ earlier: "", latest: "" });
    expect(divide("   \n")).toEqual({ earlier: "", latest: "" });
  });
});
