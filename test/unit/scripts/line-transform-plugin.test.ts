import { describe, expect, it } from "vitest";
import { spin } from "../../../lessons/one-job-two-ways/programs/threads.ts";
import listing from "../../../lessons/one-job-two-ways/programs/threads.ts?raw";

describe("a lesson's program", () => {
  it("is marked where it runs", () => {
    expect(String(spin)).toContain("$line");
  });

  it("is left as written where it is shown", () => {
    expect(listing).toContain('from "spinscope/threading"');
    expect(listing).not.toContain("$line");
  });
});
