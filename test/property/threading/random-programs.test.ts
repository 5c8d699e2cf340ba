/**
 * Random programs on real threads, each with the GIL and without: what they record breaks no invariant of the format. With
 * the GIL no two threads ever run at once; without it threads that can run at once do.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isSoak, rounds } from "../../support/soak.ts";
import { asParameters, type Plan, type PlannedStep } from "../../support/threads/random-programs.ts";
import { buildTestWorker, RealThreads } from "../../support/threads/real-threads.ts";
import type { Recorded } from "../../support/threads/recorded-run.ts";

let threads: RealThreads;
beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/random-programs"));
}, 60_000);
afterAll(() => threads.close());

const step = (...what: PlannedStep["what"][]): fc.Arbitrary<PlannedStep> =>
  fc.record({ what: fc.constantFrom(...what), amount: fc.integer({ min: 0, max: 100 }) });
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: step("lock", "rlock", "permit", "put", "get", "set", "wait", "print") },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant("sleep" as const), amount: fc.integer({ min: 0, max: 5 }) }),
    },
    { weight: 1, arbitrary: step("compute") },
  ),
  { maxLength: 12 },
);
/** Pools take a worker more for each call, which takes its time to boot: a few have one. */
const body = fc
  .tuple(steps, fc.integer({ min: 0, max: 9 }), step("call"))
  .map(([all, chance, call]) => (chance === 0 ? [...all, call] : all));
/** Busy from the moment on in which all are there. */
const busy: PlannedStep = { what: "compute", amount: 300 };
const plan = fc.record({
  threads: fc.array(body, { minLength: 2, maxLength: 4 }).map((all) => all.map((each) => [busy, ...each])),
  fails: fc.boolean(),
});

async function follow(given: Plan, gil: "on" | "off"): Promise<Recorded> {
  const recorded = await threads.run("follows a plan", { ...asParameters(given), gil });
  expect(recorded.outcome).toEqual({ how: "returned", value: given.threads.length });
  expect([recorded.state.dropped, recorded.check().breaches]).toEqual([0, []]);
  return recorded;
}

test("random programs break no invariant; two threads run at once without the GIL, and never with it", {
  timeout: rounds(120_000, 7_200_000),
}, async () => {
  let ran = 0;
  let overlapped = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      await follow(given, "on");
      const free = await follow(given, "off");
      ran += 1;
      if (free.check("on").breaches.some(({ invariant }) => invariant === "GIL")) overlapped += 1;
    }),
    { numRuns: rounds(8, 1_000), endOnFailure: true },
  );
  if (isSoak)
    console.log(`${ran} programs, with the GIL and without: ${overlapped} had two threads at once without it`);
  // A machine that is busy elsewhere may give two threads one core after the other, for a few programs.
  expect(overlapped).toBeGreaterThanOrEqual(isSoak ? 0.95 * ran : 1);
});
