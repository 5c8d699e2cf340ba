import { describe, expect, it } from "vitest";
import type { RecordingState, ShownRecording } from "../../../../core/contract/recording-state.ts";
import type { RunState } from "../../../../core/contract/run.ts";
import { type Permitted, permitted } from "../../../../renderer/app/permitted.ts";
import { nothingShown } from "../../../../renderer/app/shown.ts";

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

const file: ShownRecording = {
  number: -1,
  file: { name: "a.spinscope" },
  lesson: "one-job-two-ways",
  modes: [],
  parameters: {},
  started: "",
  events: 3,
  dropped: 0,
  errorUs: null,
  saved: true,
};

/** The names of what may be done. */
function allowed(state: RunState, recording: RecordingState = nothingShown): readonly string[] {
  const may: Permitted = permitted(state, recording);
  return Object.entries(may).flatMap(([name, yes]) => (yes ? [name] : []));
}

describe("what a person may do", () => {
  it("is to run, to choose and to open, before a run", () => {
    expect(allowed(run("idle"))).toEqual(["run", "choose", "open"]);
  });

  it("is nothing while a run is being prepared, or stopped", () => {
    expect(allowed(run("preparing"))).toEqual([]);
    expect(allowed(run("stopping"))).toEqual([]);
  });

  it("is to cancel, to stop and to export, while it runs", () => {
    expect(allowed(run("running"))).toEqual(["cancel", "stop", "export"]);
  });

  it("is to cancel once only", () => {
    expect(allowed(run("running", { cancelled: true }))).toEqual(["stop", "export"]);
  });

  it("is not to cancel when every program has ended and only the last events are awaited", () => {
    expect(allowed(run("running", { modes: [{ mode: "threads", phase: "ended" }] }))).not.toContain("cancel");
  });

  it("is to run again, to open and to export, after the end", () => {
    expect(allowed(run("ended"))).toEqual(["run", "choose", "open", "export"]);
  });

  it("is to export an opened file, also before the first run", () => {
    expect(allowed(run("idle"), { ...nothingShown, shown: file })).toContain("export");
  });

  it("is to go to the recording a step back and forth again, but not while a run is on", () => {
    for (const earlier of ["kept", "shown"] as const) {
      expect(allowed(run("ended"), { ...nothingShown, earlier })).toContain("earlier");
      expect(allowed(run("running"), { ...nothingShown, earlier })).not.toContain("earlier");
    }
  });

  it("is not to open another file while one is being read", () => {
    const opening = { name: "a.spinscope", read: 10, size: 100 };
    expect(allowed(run("ended"), { ...nothingShown, opening })).not.toContain("open");
  });
});
