/**
 * Fault 7 on real threads: cancel against join against death. Whenever a person cancels or stops a run, and whenever one of
 * its workers is killed, each lane ends once and no join before its target. The same check fails when ends are told twice.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Run } from "../../../core/runs/run.ts";
import { plant } from "../../support/planted/plant.ts";
import type { PlantedBug } from "../../support/planted/planted-bug.ts";
import { rounds } from "../../support/soak.ts";
import { buildTestWorker, RealThreads } from "../../support/threads/real-threads.ts";
import type { Recorded } from "../../support/threads/recorded-run.ts";

let threads: RealThreads;
beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/run-ends"));
}, 60_000);
afterAll(() => threads.close());

const endsTwice: PlantedBug = {
  name: "ends-told-twice",
  module: "core/threading/thread-life.ts",
  right: "const mark = end.how",
  wrong: "observer?.returned(lane, undefined);\n  const mark = end.how",
};

const program = fc.constantFrom(
  ["states", 0] as const,
  ["handles", 0] as const,
  ["until asked", 0] as const,
  ["many", 3] as const,
  ["dies", 0] as const,
  ["waits at the end", 0] as const,
);
const interruptions = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 80 }),
    what: fc.constantFrom("cancel", "stop", "kill"),
    worker: fc.nat({ max: 7 }),
  }),
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

type Interruption = typeof interruptions extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

async function runInterrupted(
  on: RealThreads,
  [name, amount]: readonly [string, number],
  asked: readonly Interruption[],
): Promise<Recorded> {
  const interrupt = (run: Run, { what, worker }: Interruption) => {
    if (what === "cancel") run.cancel();
    else if (what === "stop") run.stop();
    else void [...on.workers][worker]?.terminate();
  };
  const during = (run: Run) => {
    for (const each of asked) setTimeout(() => interrupt(run, each), each.after);
    // A program that only ends when it is asked to is asked, in the end.
    setTimeout(() => run.cancel(), 150);
  };
  return await on.run(name, { amount }, { during });
}

test("a run ends whole, whenever a person cancels or stops it or a worker is killed", {
  timeout: rounds(120_000, 10_800_000),
}, async () => {
  await fc.assert(
    fc.asyncProperty(program, interruptions, async (which, asked) => {
      expectWhole(await runInterrupted(threads, which, asked));
    }),
    { numRuns: rounds(25, 10_000), endOnFailure: true },
  );
});

test("ends that are told twice are found out", { timeout: 120_000 }, async () => {
  const { plugin, demandPlanted } = plant(endsTwice);
  const planted = new RealThreads(await buildTestWorker("out/test-threads/ends-told-twice", plugin));
  demandPlanted();
  try {
    const recorded = await runInterrupted(planted, ["states", 0], []);
    expect(() => expectWhole(recorded)).toThrow();
  } finally {
    await planted.close();
  }
});
