/**
 * Fault 20: a thread that dies holding a lock. It is said, with the names of lock and owner, and the others do not hang.
 * On real threads and the app's own thread host, without a window; the same program hangs where the one word is missing
 * that wakes those who wait.
 */
import { expect, test } from "@playwright/test";
import { plant } from "../support/planted/plant.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { buildTestWorker, RealThreads } from "../support/threads/real-threads.ts";

const tellsNobody: PlantedBug = {
  name: "owner-gone-tells-nobody",
  module: "core/threading/thread-life.ts",
  right: "abandonLocks(memory, thread, OwnerGone.ended);",
  wrong: "",
};

const remedy = "Take it with syncWith(lock, …), which releases it however the body ends";
let threads: RealThreads;

test.beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/dead-lock-owner"));
});
test.afterAll(() => threads.close());

test("a worker that dies with a lock: who waits is told at once, also with a timeout, and the lock can be put right", async () => {
  const recorded = await threads.run("dies with a lock");
  const said = "AbandonedLockError: Lock-1 can't be acquired: its owner doomed was killed while it held it. ";
  expect(recorded.outcome.value).toEqual({ after: expect.stringContaining(said + remedy), again: true });
  const told = recorded.console.trim().split("\n");
  expect(told).toHaveLength(2);
  for (const line of told) expect(line).toContain(said + remedy);

  const [end] = recorded.of("lane.ended").filter((event) => recorded.lane(event) === "doomed");
  const [lockEnd] = recorded.of("lane.ended").filter((event) => recorded.lane(event) === "Lock-1");
  expect([end?.how, lockEnd?.how, lockEnd?.error]).toEqual([
    "killed",
    "abandoned",
    "its owner doomed was killed while it held it",
  ]);
  const waiters = ["Thread-1 (want)", "Thread-2 (want)"];
  for (const waiter of waiters) {
    const lastRun = recorded.of("run").findLast((event) => recorded.lane(event) === waiter);
    expect(lastRun?.t).toBeGreaterThanOrEqual(end?.t ?? Number.NaN);
  }
  expect(recorded.check().breaches).toEqual([]);
});

test("a body that throws past its lock: a timeout times out as in Python, and who would wait for ever is told", async () => {
  const recorded = await threads.run("fails with a lock");
  expect(recorded.outcome.value).toEqual({
    locked: true,
    asked: false,
    timeout: false,
    said: expect.stringContaining(`Lock-1 can't be acquired: its owner unlucky ended without releasing it. ${remedy}`),
  });
  const { breaches, warnings } = recorded.check();
  expect(breaches).toEqual([]);
  expect(warnings).toEqual([expect.stringMatching(/^unlucky ended at \d+\.\d{3} s with Lock-1 in its hands: /)]);
  expect(recorded.feed.ends["Lock-1"]).toBe("abandoned");
});

test("a lock left behind may still be released by another thread, as in Python", async () => {
  const recorded = await threads.run("is released by another");
  expect(recorded.outcome).toEqual({ how: "returned", value: true });
});

test("threads that are not told of an owner's end hang, and that is found out", async () => {
  const { plugin, demandPlanted } = plant(tellsNobody);
  const worker = await buildTestWorker("out/test-threads/dead-lock-owner-planted", plugin);
  demandPlanted();
  const planted = new RealThreads(worker);
  try {
    const { outcome } = await planted.run("keeps a lock", {}, { during: (run) => setTimeout(() => run.stop(), 2_000) });
    expect(outcome.how).toBe("stopped");
  } finally {
    await planted.close();
  }
  const { outcome } = await threads.run("keeps a lock");
  expect(outcome.value).toContain("Lock-1 can't be acquired: its owner forgetful ended without releasing it");
});
