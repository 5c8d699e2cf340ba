import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { Stage } from "../../../../core/contract/worker-protocol.ts";
import { aTaskCanBeCancelled } from "../../../../lessons/a-task-can-be-cancelled/lesson.ts";
import { completeParameters } from "../../../../lessons/lesson.ts";
import { oneJobTwoWays } from "../../../../lessons/one-job-two-ways/lesson.ts";
import { createPageState } from "../../../../renderer/app/state.ts";
import { chooseLesson } from "../../../../renderer/lessons/choose-lesson.ts";

const seen: Stage = { run: 1, live: false, at: 0, events: 9, dropped: 0, errorUs: undefined, modes: [] };

describe("opening another lesson", () => {
  it("shows its programs with its own parameters, in a way of running that it has", () => {
    const state = createPageState(oneJobTwoWays, signal(undefined));
    chooseLesson(state, aTaskCanBeCancelled);
    expect(state.lesson.value).toBe(aTaskCanBeCancelled);
    expect(state.parameters.value).toEqual(completeParameters(aTaskCanBeCancelled, {}));
    expect(state.shownModes.value).toEqual(aTaskCanBeCancelled.modes);
  });

  it("is refused while a run is on", () => {
    const state = createPageState(oneJobTwoWays, signal(undefined));
    state.run.value = { ...state.run.value, phase: "running" };
    chooseLesson(state, aTaskCanBeCancelled);
    expect(state.lesson.value).toBe(oneJobTwoWays);
  });

  it("shows nothing of the run before, which comes back with its own lesson", () => {
    const state = createPageState(oneJobTwoWays, signal(seen));
    state.run.value = { ...state.run.value, phase: "ended" };
    expect(state.stage.value).toBe(seen);
    chooseLesson(state, aTaskCanBeCancelled);
    expect(state.stage.value).toBeUndefined();
    chooseLesson(state, oneJobTwoWays);
    expect(state.stage.value).toBe(seen);
  });
});
