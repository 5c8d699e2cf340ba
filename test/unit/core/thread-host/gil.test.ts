import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patient } from "../../../support/threads/patient.ts";
import { buildTestWorker, RealThreads } from "../../../support/threads/real-threads.ts";
import type { Recorded } from "../../../support/threads/recorded-run.ts";

let threads: RealThreads;

beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/gil"));
}, 60_000);
afterAll(() => threads.close());

/** How often the lock's lane changed hands between two threads. */
function handOvers(recorded: Recorded): number {
  const taken = recorded.of("lock.taken").filter((event) => recorded.feed.table.lanes.get(event.lock)?.name === "GIL");
  return taken.filter((event, index) => index > 0 && event.lane !== taken[index - 1]?.lane).length;
}

describe("the GIL", patient, () => {
  test("lets one thread run at a time, and passes from one that computes to the other", async () => {
    const recorded = await threads.run("computes twice", { gil: "on" });
    expect(recorded.outcome.value).toEqual([expect.any(Number), expect.any(Number)]);
    expect(recorded.check().breaches).toEqual([]);
    expect(handOvers(recorded)).toBeGreaterThan(4);
    const waits = recorded.of("wait").filter(({ why }) => why === "gil");
    expect(new Set(waits.map((event) => recorded.lane(event)))).toContain("Thread-1 (computeUntil)");
  });

  test("is no lane where it is off, and there threads do run at once", async () => {
    const recorded = await threads.run("computes twice", { gil: "off" });
    expect([...recorded.feed.table.lanes.values()].filter(({ kind }) => kind === "lock")).toEqual([]);
    expect(recorded.check().breaches).toEqual([]);
    expect(recorded.check("on").breaches.map(({ invariant }) => invariant)).toContain("GIL");
  });

  test("is free again when the worker of the thread that had it dies", async () => {
    const recorded = await threads.run("dies with the GIL", { gil: "on" });
    expect(recorded.outcome).toEqual({ how: "returned", value: false });
  });

  test("is held by one thread at a time in every program of the locks' tests", async () => {
    for (const program of ["locks often", "waits for a lock", "handles", "many"]) {
      const recorded = await threads.run(program, { gil: "on", amount: 5 });
      expect([program, recorded.check().breaches]).toEqual([program, []]);
    }
  });
});
