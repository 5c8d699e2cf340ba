import { describe, expect, it } from "vitest";
import type { ModeState, Outcome } from "../../../../core/contract/run.ts";
import { stageWords } from "../../../../renderer/stage/stage-words.ts";

const ended = (outcome: Outcome): ModeState => ({ mode: "threads", phase: "ended", outcome });

describe("how a program stands", () => {
  it("is not run yet, or getting ready, while the worker has not heard of it", () => {
    expect(stageWords(undefined, undefined)).toEqual({ key: "state.idle" });
    expect(stageWords({ mode: "threads", phase: "preparing" }, undefined)).toEqual({ key: "state.preparing" });
  });

  it("is getting ready also when the worker still shows the run before", () => {
    expect(stageWords({ mode: "threads", phase: "preparing" }, { key: "state.returned", value: "42" })).toEqual({
      key: "state.preparing",
    });
  });

  it("is what the worker sees, while it runs and when it has returned", () => {
    expect(stageWords({ mode: "threads", phase: "running" }, { key: "state.blocked-sleep" }).key).toBe(
      "state.blocked-sleep",
    );
    const seen = { key: "state.cancelled", us: 400 } as const;
    expect(stageWords(ended({ how: "returned", value: 42 }), seen)).toEqual(seen);
  });

  it("is how main says it ended, where the program had no say in it", () => {
    expect(stageWords(ended({ how: "stopped" }), { key: "state.ended" })).toEqual({ key: "state.stopped" });
    expect(stageWords(ended({ how: "lost" }), { key: "state.ended" })).toEqual({ key: "state.lost" });
  });

  it("is the first line of the error that it raised", () => {
    const raised = ended({ how: "raised", error: "ValueError: bad\n  at line 3" });
    expect(stageWords(raised, { key: "state.ended" })).toEqual({ key: "state.raised", error: "ValueError: bad" });
  });
});
