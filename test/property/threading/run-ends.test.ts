import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Run } from "../../../core/runs/run.ts";
import { patience, runs } from "../../support/soak.ts";
import { buildTestWorker, RealThreads } from "../../support/threads/real-threads.ts";
import type { Recorded } from "../../support/threads/recorded-run.ts";

let threads: RealThreads;
beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/run-ends"));
}, 60_000);
afterAll(() => threads.close());

const program = fc.constantFrom(
  ["states", 0] as const,
  ["handles", 0] as const,
  ["until asked", 0] as const,
  ["many", 3] as const,
  ["dies", 0] as const,
  ["waits at the end", 0] as const,
);
const interruptions = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 80 }), what: fc.constantFrom("cancel", "stop") }),
  { maxLength: 3 },
);

/** Each lane made has one end, and no join ended before its target. */
function expectWhole(recorded: Recorded): void {
  const ends = new Map<number, number>();
  const endedAt = new Map<number, number>();
  for (const end of recorded.of("lane.ended")) {
    ends.set(end.lane, (ends.get(end.lane) ?? 0) + 1);
    endedAt.set(end.lane, end.t);
  }
  for (const lane of recorded.feed.table.lanes.values()) expect([lane.name, ends.get(lane.id)]).toEqual([lane.name, 1]);
  for (const join of recorded.of("join.ended")) {
    if (join.how === "ended")
      expect(join.t).toBeGreaterThanOrEqual(endedAt.get(join.target) ?? Number.POSITIVE_INFINITY);
  }
  expect(recorded.state.dropped).toBe(0);
}

test("a run ends whole, whenever a person cancels or stops it", { timeout: patience(120_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(program, interruptions, async ([name, amount], asked) => {
      const during = (run: Run) => {
        for (const { after, what } of asked) setTimeout(() => (what === "cancel" ? run.cancel() : run.stop()), after);
        // A program that only ends when it is asked to is asked, in the end.
        setTimeout(() => run.cancel(), 150);
      };
      expectWhole(await threads.run(name, { amount }, { during }));
    }),
    { numRuns: runs(25) },
  );
});
