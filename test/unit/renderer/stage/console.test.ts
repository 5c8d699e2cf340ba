import { describe, expect, it } from "vitest";
import { divide } from "../../../../renderer/stage/console.tsx";

describe("a console", () => {
  it("sets its last written line apart", () => {
    expect(divide("spinner object: <x>\n| thinking!", "<x>")).toEqual({
      earlier: "spinner object: <x>\n",
      latest: "| thinking!",
    });
  });

  it("keeps the answer as the last line though the cursor is already below it", () => {
    expect(divide("spinner object: <x>\nAnswer: 42\n", "<x>")).toEqual({
      earlier: "spinner object: <x>\n",
      latest: "Answer: 42",
    });
  });

  it("leaves the spinner's repr among the earlier lines, also when nothing follows it", () => {
    expect(divide("spinner object: <x>\n", "<x>")).toEqual({ earlier: "spinner object: <x>", latest: "" });
  });

  it("leaves a line that is too long for the larger size among the earlier ones", () => {
    const ends = "Ends: ['cancelled', 'caught', 'cancelled']";
    expect(divide(`asked\n${ends}\n`, undefined)).toEqual({ earlier: `asked\n${ends}`, latest: "" });
  });

  it("has no last line while nothing is written", () => {
    expect(divide("", undefined)).toEqual({ earlier: "", latest: "" });
    expect(divide("   \n", undefined)).toEqual({ earlier: "", latest: "" });
  });
});
