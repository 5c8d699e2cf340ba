import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CheckResult, checkRecording } from "../../../core/trace/check/check-recording.ts";
import type { RecordingHeader } from "../../../core/trace/recording.ts";
import { Interpreter } from "../../conformance/asyncio/interpreter.ts";
import { readScenario, scenarioNames } from "../../conformance/scenario-files.ts";
import { patience, runs } from "../../support/soak.ts";
import { RecordedLoop, unit } from "../../unit/core/trace/adapters/recorded-loop.ts";
import { arbitraryScenario } from "../asyncio/arbitrary-scenario.ts";

const folder = fileURLToPath(new URL("../../conformance/asyncio/scenarios", import.meta.url));

/** What `check` says of a program's recording. */
function checked(scenario: unknown): CheckResult {
  const recorded = new RecordedLoop(unit.millisecond);
  new Interpreter(scenario, recorded.loop).run();
  recorded.loop.close();
  const events = recorded.events();
  const header: RecordingHeader = {
    app: "",
    lesson: "",
    modes: ["coroutines"],
    params: {},
    started: "",
    host: {},
    clocks: [{ id: 0, kind: "virtual", errorUs: 0 }],
    producers: [
      { id: recorded.writer.producer, role: "coroutines", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" },
    ],
    lanes: recorded.lanes,
  };
  return checkRecording({ header, events });
}

describe("check", () => {
  it.each(scenarioNames(folder))("finds nothing broken in the recording of %s", (name) => {
    expect(checked(readScenario(folder, name).scenario).breaches).toEqual([]);
  });

  it("finds nothing broken in the recordings of random programs", { timeout: patience(60_000) }, () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(checked(scenario).breaches).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
