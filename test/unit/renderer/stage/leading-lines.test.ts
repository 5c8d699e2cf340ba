import { describe, expect, it } from "vitest";
import { leadingLines } from "../../../../renderer/stage/leading-lines.ts";

const threads = {
  mode: "threads",
  lines: [
    { lane: "MainThread", line: 28 },
    { lane: "Thread-1 (spin)", line: 13 },
  ],
} as const;
const coroutines = { mode: "coroutines", lines: [{ lane: "Task-1 (supervisor)", line: 30 }] } as const;

describe("the lines that the listings follow", () => {
  it("are the supervisors' while nobody looks back", () => {
    expect(leadingLines([threads, coroutines], undefined)).toEqual({
      leading: "threads:MainThread:28 coroutines:Task-1 (supervisor):30",
      standing: [threads, coroutines],
    });
  });

  it("begin with that of the lane which is looked at, and move only when that one does", () => {
    const { leading, standing } = leadingLines([coroutines, threads], "Thread-1 (spin)");
    expect(leading).toBe("threads:Thread-1 (spin):13");
    expect(standing.map(({ lines }) => lines.map(({ line }) => line))).toEqual([[13, 28], [30]]);
  });

  it("stay the supervisors' when what is looked at is no line of a program", () => {
    expect(leadingLines([threads], "main 2387").standing).toEqual([threads]);
  });

  it("are none where no program stands anywhere", () => {
    expect(leadingLines([{ mode: "threads", lines: [] }], undefined).leading).toBe("threads:");
  });
});
