import { availableParallelism } from "node:os";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runStages } from "../../../scripts/stages/stage.mjs";

const outcome =
  (passed: number, failed: number, output = "") =>
  async () => ({ passed, failed, output });

describe("the stages", () => {
  let written = "";
  beforeEach(() => {
    written = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      written += String(text);
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  const lastLine = () => written.trimEnd().split("\n").at(-1);

  it("end with the sum of their tests, alone on the last line", async () => {
    const code = await runStages([
      { name: "one", run: outcome(2, 0) },
      { name: "two", run: outcome(3, 0) },
    ]);
    expect(code).toBe(0);
    expect(lastLine()).toBe("5 passed, 0 failed");
  });

  it("are all run whatever fails, and show the failure in full", async () => {
    const code = await runStages([
      { name: "one", run: outcome(1, 1, "expected 42, got 41") },
      { name: "two", run: outcome(3, 0, "not worth showing") },
    ]);
    expect(code).toBe(1);
    expect(written).toContain("expected 42, got 41");
    expect(written).not.toContain("not worth showing");
    expect(lastLine()).toBe("4 passed, 1 failed");
  });

  it("fail when one ran no test", async () => {
    expect(await runStages([{ name: "empty", run: outcome(0, 0) }])).toBe(1);
    expect(written).toContain("ran no test at all");
    expect(lastLine()).toBe("0 passed, 1 failed");
  });

  it("fail when one could not be run", async () => {
    const run = () => Promise.reject(new Error("no such program"));
    expect(await runStages([{ name: "broken", run }])).toBe(1);
    expect(written).toContain("no such program");
  });

  it("of a list run side by side, and are told in order once all before are", async () => {
    let finish = () => {};
    const first = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const waits = async () => {
      await first;
      return { passed: 1, failed: 0, output: "" };
    };
    const goesOn = async () => {
      finish();
      return { passed: 0, failed: 1, output: "" };
    };
    // On a machine of one core none goes beside another.
    const stages = [
      { name: "slow", run: availableParallelism() > 1 ? waits : outcome(1, 0) },
      { name: "quick", run: goesOn },
    ];
    expect(await runStages([stages, { name: "after", run: outcome(2, 0) }])).toBe(1);
    expect(written.match(/slow|quick|after/g)).toEqual(["slow", "quick", "after"]);
    expect(lastLine()).toBe("3 passed, 1 failed");
  });
});
