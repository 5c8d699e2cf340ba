import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Interpreter, runCoros } from "../../conformance/asyncio/interpreter.ts";
import { readScenario, scenarioNames } from "../../conformance/scenario-files.ts";
import { patience, runs } from "../../support/soak.ts";
import { RecordedLoop, unit } from "../../unit/core/trace/adapters/recorded-loop.ts";
import { arbitraryScenario } from "./arbitrary-scenario.ts";
import { brokenInvariants } from "./task-invariants.ts";

const folder = fileURLToPath(new URL("../../conformance/asyncio/scenarios", import.meta.url));

function record(scenario: unknown) {
  const recorded = new RecordedLoop(unit.millisecond);
  const seen = new Interpreter(scenario, recorded.loop).run();
  recorded.loop.close();
  return { seen, events: recorded.events() };
}

describe("a recording of tasks", () => {
  test.each(scenarioNames(folder))("keeps what trace-format promises: %s", (name) => {
    const { scenario, expected } = readScenario(folder, name);
    const { seen, events } = record(scenario);
    expect(brokenInvariants(events)).toEqual([]);
    expect(seen).toEqual(expected);
  });

  test("keeps it for random programs, and changes nothing of what they do", { timeout: patience(60_000) }, () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { seen, events } = record(scenario);
        expect(brokenInvariants(events)).toEqual([]);
        expect(seen).toEqual(runCoros(scenario));
      }),
      { numRuns: runs(300) },
    );
  });
});
