import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Code } from "../../../../core/trace/kinds.ts";
import { patient } from "../../../support/threads/patient.ts";
import { buildTestWorker, RealThreads } from "../../../support/threads/real-threads.ts";

const quick = { message: "hm", frame: 0.02, job: 0.1, spinners: 1 };

let threads: RealThreads;

beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/what-threads-do"));
}, 60_000);
afterAll(() => threads.close());

describe("a thread really blocks", patient, () => {
  test("its own event loop stands still while it sleeps, and the spinner's thread turns", async () => {
    const recorded = await threads.run("blocks", { amount: 0.3, gil: "off" });
    expect(recorded.outcome.value).toBe(0);
    const asleep = recorded.of("wait").find((event) => recorded.lane(event) === "MainThread" && event.why === "sleep");
    const awake = recorded.of("run").find((event) => event.p === asleep?.p && event.s === asleep.s + 1);
    const between = recorded.events.filter((event) => event.t > (asleep?.t ?? 0) && event.t < (awake?.t ?? 0));
    expect(between.filter((event) => recorded.lane(event) === "MainThread")).toEqual([]);
    const turns = between.filter((event) => event.kind === "run" && recorded.lane(event) === "Thread-1 (turn)");
    expect(turns.length).toBeGreaterThan(10);
    expect((awake?.t ?? 0) - (asleep?.t ?? 0)).toBeGreaterThanOrEqual(300_000);
  });

  test("while slowFunction runs the supervisor makes no progress, and the spinner draws its frames", async () => {
    const recorded = await threads.run("one-job-two-ways", {
      message: "thinking!",
      frame: 0.02,
      job: 0.4,
      spinners: 1,
      gil: "off",
    });
    expect(recorded.outcome).toEqual({ how: "returned", value: 42 });
    const slow = recorded.of("wait").find((event) => recorded.lane(event) === "MainThread" && event.ms === 400);
    const during = recorded.events.filter(
      (event) => slow !== undefined && event.t > slow.t && event.t < slow.t + 400_000,
    );
    expect(during.filter((event) => recorded.lane(event) === "MainThread")).toEqual([]);
    const frames = recorded.of("output").filter((event) => /^[|/\\-] thinking!$/.test(event.text));
    // Twenty of them, where a machine has time for all.
    expect(frames.length).toBeGreaterThan(3);
    expect(recorded.console).toContain("spinner object: <Thread(Thread-1 (spin), initial)>\n");
    expect(recorded.console).toContain("Answer: 42\n");
  });

  test("a thread that only looks at the flag sees it change without sleeping", async () => {
    const recorded = await threads.run("hot flag");
    expect(recorded.outcome).toEqual({ how: "returned", value: false });
    expect(recorded.of("signal.seen")).toHaveLength(1);
  });
});

describe("what the host records", patient, () => {
  test("tells a thread's whole life in order, each step on the clock of all", async () => {
    const recorded = await threads.run("one-job-two-ways", { ...quick, gil: "off" });
    const kinds = (name: string) => recorded.events.filter((e) => recorded.lane(e) === name).map((event) => event.kind);
    expect(kinds("Thread-1 (spin)").slice(0, 3)).toEqual(["lane.created", "lane.started", "run"]);
    expect(kinds("Thread-1 (spin)").at(-1)).toBe("lane.ended");
    expect(kinds("MainThread")).toContain("signal.set");
    const [joined] = recorded.of("join.ended");
    const end = recorded.of("lane.ended").find((event) => recorded.lane(event) === "Thread-1 (spin)");
    expect(joined?.cause).toEqual([end?.p, end?.s]);
    expect(joined?.t).toBeGreaterThanOrEqual(end?.t ?? Number.POSITIVE_INFINITY);
    const created = recorded.of("lane.created").find((event) => recorded.lane(event) === "Thread-1 (spin)");
    const main = recorded.of("lane.created").find((event) => recorded.lane(event) === "MainThread");
    expect(created?.by).toBe(main?.lane);
    expect(recorded.of("line").every((event) => event.file.endsWith("threads.ts") && event.line > 0)).toBe(true);
  });

  test("numbers every producer's events without a hole, and acknowledges all", async () => {
    const recorded = await threads.run("chatter", { amount: 5_000 });
    expect(recorded.state.dropped).toBe(0);
    expect(recorded.of("output")).toHaveLength(5_000);
    const next = new Map<number, number>();
    for (let row = 0; row < recorded.feed.table.length; row++) {
      const producer = recorded.feed.table.producer(row);
      expect(recorded.feed.table.seq(row)).toBe(next.get(producer) ?? 0);
      next.set(producer, recorded.feed.table.seq(row) + 1);
    }
  });

  test("counts exactly what a thread wrote faster than the host could read, and loses no lane's life", async () => {
    const recorded = await threads.run("chatter", { amount: 400_000, gil: "off" });
    const gaps = recorded.of("gap");
    const lost = gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0);
    expect(recorded.of("output").length + lost).toBe(400_000);
    expect(recorded.state.dropped).toBe(lost);
    expect(recorded.feed.ends["Thread-1 (chatter)"]).toBe("returned");
  });

  test("gives each lane that was made one end, whatever became of it", async () => {
    for (const program of ["errors", "dies", "waits at the end", "handles"]) {
      const { feed } = await threads.run(program);
      const ended = new Map<number, number>();
      for (let row = 0; row < feed.table.length; row++) {
        if (feed.table.kind(row) === Code.laneEnded)
          ended.set(feed.table.lane(row), (ended.get(feed.table.lane(row)) ?? 0) + 1);
      }
      for (const [lane] of feed.table.lanes) expect([program, lane, ended.get(lane)]).toEqual([program, lane, 1]);
    }
  });

  test("cuts a long write into pieces that join to the same text", async () => {
    const { console, outcome } = await threads.run("prints");
    expect(console).toBe(`long ${"x".repeat(10_000)}\n`);
    expect(outcome.value).toEqual({ function: expect.stringContaining("nothing"), object: "plain" });
  });
});
