import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../../../core/runs/run.ts";
import { patient } from "../../../support/threads/patient.ts";
import { buildTestWorker, RealThreads } from "../../../support/threads/real-threads.ts";

let threads: RealThreads;

beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/locks"));
}, 60_000);
afterAll(() => threads.close());

describe("a lock between real threads", patient, () => {
  test("lets one in at a time, however often", async () => {
    const recorded = await threads.run("locks often", { amount: 300 });
    expect(recorded.outcome).toEqual({ how: "returned", value: false });
    expect(recorded.of("lane.ended").filter(({ how }) => how === "raised")).toEqual([]);
  });

  test("is waited for, and what is recorded says for which lock and by which freeing it went on", async () => {
    const recorded = await threads.run("waits for a lock", { gil: "off" });
    expect(recorded.outcome.value).toEqual([false, true]);
    const [lock] = recorded.of("lane.created").filter((event) => recorded.lane(event) === "Lock-1");
    const waits = recorded.of("wait").filter(({ why }) => why === "lock");
    expect(waits.map((event) => [recorded.lane(event), event.on, event.ms])).toEqual([
      ["MainThread", lock?.lane, 1],
      ["MainThread", lock?.lane, undefined],
    ]);
    const [freed] = recorded.of("lock.freed");
    const taken = recorded.of("lock.taken").find((event) => recorded.lane(event) === "MainThread");
    expect(taken?.cause).toEqual([freed?.p, freed?.s]);
    expect(recorded.of("run").filter((event) => event.cause?.[1] === taken?.s)).toHaveLength(1);
  });

  test("that are taken in two orders block both threads for ever, with the GIL or without; and that is said", async () => {
    for (const gil of ["on", "off"]) {
      const stop = { during: (run: Run) => setTimeout(() => run.stop(), 2_500) };
      const recorded = await threads.run("deadlock", { gil }, stop);
      expect(recorded.outcome.how).toBe("stopped");
      const { breaches, warnings } = recorded.check();
      expect(breaches).toEqual([]);
      expect(warnings).toEqual([
        expect.stringMatching(
          /^deadlock since \d\.\d{3} s: Thread-\d \(takeBoth\) waits for Lock-[12], which Thread-\d \(takeBoth\) holds; Thread-/,
        ),
      ]);
    }
  });
});
