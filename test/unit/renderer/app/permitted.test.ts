import { describe, expect, it } from "vitest";
import type { RunState } from "../../../../core/contract/run.ts";
import { permitted } from "../../../../renderer/app/permitted.ts";

function run(phase: RunState["phase"], change: Partial<RunState> = {}): RunState {
  const mode = phase === "ended" ? "ended" : phase === "preparing" ? "preparing" : "running";
  const base: RunState = {
    phase,
    lesson: "one-job-two-ways",
    modes: phase === "idle" ? [] : [{ mode: "threads", phase: mode }],
    cancelled: false,
    events: 0,
    dropped: 0,
    errorUs: null,
  };
  return { ...base, ...change };
}

describe("what a person may do", () => {
  it("is to run and to choose, before a run", () => {
    expect(permitted(run("idle"))).toEqual({ run: true, cancel: false, stop: false, choose: true, export: false });
  });

  it("is nothing while a run is being prepared", () => {
    const may = permitted(run("preparing"));
    expect(may).toEqual({ run: false, cancel: false, stop: false, choose: false, export: false });
  });

  it("is to cancel, to stop and to export, while it runs", () => {
    expect(permitted(run("running"))).toEqual({ run: false, cancel: true, stop: true, choose: false, export: true });
  });

  it("is to cancel once only", () => {
    expect(permitted(run("running", { cancelled: true })).cancel).toBe(false);
    expect(permitted(run("running", { cancelled: true })).stop).toBe(true);
  });

  it("is not to cancel when every program has ended and only the last events are awaited", () => {
    expect(permitted(run("running", { modes: [{ mode: "threads", phase: "ended" }] })).cancel).toBe(false);
  });

  it("is to wait while the run is being stopped", () => {
    expect(permitted(run("stopping"))).toEqual({
      run: false,
      cancel: false,
      stop: false,
      choose: false,
      export: false,
    });
  });

  it("is to run again and to export, after the end", () => {
    expect(permitted(run("ended"))).toEqual({ run: true, cancel: false, stop: false, choose: true, export: true });
  });
});
