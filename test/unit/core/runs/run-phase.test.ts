import { expect, test } from "vitest";
import { advance, canInterrupt, type RunPhase } from "../../../../core/runs/run-phase.ts";

const phases: readonly RunPhase[] = ["idle", "preparing", "running", "stopping", "ended"];

test("a run goes from phase to phase by these ways and no other", () => {
  const ways = phases.flatMap((from) =>
    phases.flatMap((to) => {
      try {
        return advance(from, to) === to ? `${from} → ${to}` : "another phase";
      } catch (error) {
        expect(error).toEqual(new Error(`a run that is ${from} cannot become ${to}`));
        return [];
      }
    }),
  );
  expect(ways).toEqual([
    "idle → preparing",
    "preparing → running",
    "preparing → stopping",
    "preparing → ended",
    "running → stopping",
    "running → ended",
    "stopping → ended",
  ]);
});

test("Cancel and Stop mean something only while it runs", () => {
  expect(phases.filter(canInterrupt)).toEqual(["running"]);
});
