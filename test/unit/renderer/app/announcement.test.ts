import { describe, expect, it } from "vitest";
import type { RunState } from "../../../../core/contract/run.ts";
import { announcement } from "../../../../renderer/app/announcement.ts";

const base: RunState = {
  phase: "running",
  lesson: "one-job-two-ways",
  modes: [
    { mode: "threads", phase: "running" },
    { mode: "coroutines", phase: "running" },
  ],
  cancelled: false,
  events: 0,
  dropped: 0,
  errorUs: null,
};

describe("what is said aloud", () => {
  it("is nothing before a run, and nothing while it is prepared or stopped", () => {
    for (const phase of ["idle", "preparing", "stopping"] as const) expect(announcement({ ...base, phase })).toBe("");
  });

  it("is which programs run, and the same words for as long as they do", () => {
    expect(announcement(base)).toBe("Running: Threads, Coroutines.");
    expect(announcement({ ...base, events: 900 })).toBe(announcement(base));
  });

  it("is that the spinner was asked to stop", () => {
    expect(announcement({ ...base, cancelled: true })).toBe("The spinner was asked to stop.");
  });

  it("is at the end how each program ended", () => {
    const ended: RunState = {
      ...base,
      phase: "ended",
      modes: [
        { mode: "threads", phase: "ended", outcome: { how: "returned", value: 42 } },
        { mode: "coroutines", phase: "ended", outcome: { how: "stopped" } },
      ],
    };
    expect(announcement(ended)).toBe("The run has ended. Threads: returned 42. Coroutines: stopped by you.");
  });
});
