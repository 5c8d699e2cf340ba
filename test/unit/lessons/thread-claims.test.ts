// What each lesson claims of threads, read off its recording on real worker threads.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnyEvent, isKnown } from "../../../core/trace/event.ts";
import { isFrame } from "../../../core/trace/folds/statistics/frames.ts";
import { isAsExpected } from "../../../lessons/expected.ts";
import { completeParameters, type Lesson } from "../../../lessons/lesson.ts";
import { lessons } from "../../../lessons/manifest.ts";
import { momentOf } from "../../support/lessons/moment-of.ts";
import { patient } from "../../support/threads/patient.ts";
import { buildTestWorker, RealThreads } from "../../support/threads/real-threads.ts";
import type { Recorded } from "../../support/threads/recorded-run.ts";

/** Shorter than a person wants it; gaps stay long against what a busy machine adds. */
const short: Readonly<Record<string, Record<string, number>>> = {
  "one-job-two-ways": { frame: 0.05, job: 0.4, spinners: 3 },
  "threads-have-to-be-asked": { quick: 0.05, slow: 1, job: 0.3 },
  "joining-and-awaiting": { turns: 12, timeout: 0.3 },
  "futures-twice": { job: 0.8, timeout: 0.2 },
  "never-block-the-loop": { frame: 0.03, calm: 0.1, block: 0.8 },
  "never-block-the-loop-repaired": { frame: 0.03, calm: 0.1, block: 0.2 },
};
const withThreads = lessons.filter(({ modes }) => modes.includes("threads"));

let threads: RealThreads;
const runs = new Map<string, Recorded>();

beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/lessons"));
  for (const lesson of withThreads) runs.set(lesson.id, await threads.run(lesson.id, parametersOf(lesson)));
}, 60_000);
afterAll(() => threads.close());

function parametersOf(lesson: Lesson) {
  return completeParameters(lesson, short[lesson.id] ?? {});
}

function runOf(id: string): Recorded {
  const run = runs.get(id);
  if (run === undefined) throw new Error(`${id} was not run`);
  return run;
}

/** The event with which a thread runs again after a wait. */
function runAfter(run: Recorded, wait: AnyEvent | undefined): AnyEvent | undefined {
  return run.of("run").find((event) => wait !== undefined && event.p === wait.p && event.s > wait.s);
}

/** Whether it is about the GIL, which a thread gives up when it blocks and has to get again before it runs. */
function isOfGil(event: AnyEvent): boolean {
  return event.kind.startsWith("lock.") || (isKnown(event) && event.kind === "wait" && event.why === "gil");
}

/** What one lane does strictly between two events. */
function between(run: Recorded, lane: string, from: AnyEvent | undefined, to: AnyEvent | undefined) {
  return run.events.filter((event) => {
    if (isOfGil(event)) return false;
    return run.lane(event) === lane && event.t > (from?.t ?? Number.NaN) && event.t < (to?.t ?? Number.NaN);
  });
}

describe.each(withThreads)("the threads of $id", patient, (lesson) => {
  test("return what the lesson expects, and have every moment that it wants looked at", () => {
    const run = runOf(lesson.id);
    const { how, value } = run.outcome;
    expect([how, value, isAsExpected(lesson.expected.threads, value)]).toEqual(["returned", value, true]);
    const moments = lesson.lookHere.filter(({ mode }) => mode === "threads");
    expect(moments.length).toBeGreaterThan(0);
    for (const moment of moments) {
      const found = momentOf(moment, run.events, (event) => run.lane(event));
      expect([moment.id, found?.kind]).toEqual([moment.id, moment.kind]);
    }
  });
});

describe("one job, two ways", patient, () => {
  test("asks several spinners by one flag, and each sees it", () => {
    const run = runOf("one-job-two-ways");
    const [asked, ...more] = run.of("signal.set");
    expect(more).toEqual([]);
    const seen = run.of("signal.seen");
    expect(seen.map((event) => run.lane(event)).sort()).toEqual([
      "Thread-1 (spin)",
      "Thread-2 (spin)",
      "Thread-3 (spin)",
    ]);
    expect(seen.map(({ id }) => id)).toEqual(seen.map(() => asked?.id));
  });
});

describe("threads have to be asked", patient, () => {
  test("the slow spinner does nothing between the asking and the end of its own sleep, and sees it only then", () => {
    const run = runOf("threads-have-to-be-asked");
    const [asked] = run.of("signal.set");
    const seen = run.of("signal.seen").find((event) => run.lane(event) === "Thread-2 (spin)");
    const slept = run.of("wait").find((event) => run.lane(event) === "Thread-2 (spin)" && event.why === "sleep");
    const woke = runAfter(run, slept);
    expect(woke?.kind).toBe("run");
    expect((woke?.t ?? 0) - (slept?.t ?? 0)).toBeGreaterThanOrEqual(1_000_000);
    expect(between(run, "Thread-2 (spin)", asked, woke)).toEqual([]);
    expect(seen?.t).toBeGreaterThanOrEqual(woke?.t ?? Number.NaN);
    expect((seen?.t ?? 0) - (asked?.t ?? 0)).toBeGreaterThan(400_000);
  });

  test("the quick one sees it sooner, and the supervisor is blocked in join until the slow one has ended", () => {
    const run = runOf("threads-have-to-be-asked");
    const seen = new Map(run.of("signal.seen").map((event) => [run.lane(event), event.t]));
    expect(seen.get("Thread-1 (spin)")).toBeLessThan(seen.get("Thread-2 (spin)") ?? Number.NaN);
    const end = run.of("lane.ended").find((event) => run.lane(event) === "Thread-2 (spin)");
    const joined = run.of("join.ended").at(-1);
    expect(joined).toMatchObject({ how: "ended", target: end?.lane, cause: [end?.p, end?.s] });
  });

  test("says that a thread has no cancel()", () => {
    expect(runOf("threads-have-to-be-asked").console).toContain("has it a cancel()? False\n");
  });
});

describe("joining and awaiting", patient, () => {
  test("a join with a timeout gives up while the thread is alive; one without waits for its end, and gives None", () => {
    const run = runOf("joining-and-awaiting");
    const [first, second] = run.of("join.ended");
    const [began] = run.of("join.began");
    const end = run.of("lane.ended").find((event) => run.lane(event) === "Thread-1 (spin)");
    expect(first?.how).toBe("timeout");
    expect((first?.t ?? 0) - (began?.t ?? 0)).toBeGreaterThanOrEqual(300_000);
    expect(first?.t).toBeLessThan(end?.t ?? Number.NaN);
    expect(second).toMatchObject({ how: "ended", cause: [end?.p, end?.s] });
    expect(end).toMatchObject({ how: "returned", value: 42 });
    expect(run.console).toContain("after join(timeout), alive: True\n");
    expect(run.console).toContain("join() gives: None\n");
  });
});

describe("futures, twice", patient, () => {
  const pool = "ThreadPoolExecutor-0_0";

  test("result(timeout) blocks the thread that asks, and gives up; the pool's thread works on", () => {
    const run = runOf("futures-twice");
    const [asked, again] = run.of("wait").filter((event) => run.lane(event) === "MainThread" && event.why === "future");
    const gaveUp = runAfter(run, asked);
    expect((gaveUp?.t ?? 0) - (asked?.t ?? 0)).toBeGreaterThanOrEqual(200_000);
    expect(between(run, "MainThread", asked, gaveUp)).toEqual([]);
    expect(run.console).toContain("result(timeout) blocked, and gave up: TimeoutError\n");
    const worked = runAfter(
      run,
      run.of("wait").find((event) => run.lane(event) === pool && event.why === "sleep"),
    );
    expect(worked?.t).toBeGreaterThan(again?.t ?? Number.NaN);
    expect(run.console).toContain("result() blocked, and gives: 42\n");
  });

  test("only what has not begun can be cancelled, and it never begins; the callback is called in the pool's thread", () => {
    const run = runOf("futures-twice");
    expect(run.console).toContain("not begun, cancelled: True\n");
    expect(run.console).toContain("begun, cancelled: False\n");
    const calls = run.of("wait").filter((event) => run.lane(event) === pool && event.why === "sleep");
    expect(calls).toHaveLength(2);
    const told = run.of("output").find(({ text }) => text.startsWith("the callback asks"));
    expect(told && run.lane(told)).toBe(pool);
  });

  test("a pool's future can't be awaited, and can once it is wrapped, in a loop of this thread", () => {
    const run = runOf("futures-twice");
    expect(run.console).toContain("awaited as it is: TypeError\nwrapped and awaited: 42\n");
    const waits = run.of("wait").filter((event) => run.lane(event) === "MainThread" && event.why === "message");
    expect(waits.length).toBeGreaterThan(0);
  });
});

describe("never block the loop", patient, () => {
  test("a thread that blocks holds only itself: the spinner beside it draws on", () => {
    const run = runOf("never-block-the-loop");
    const blocked = run.of("wait").find((event) => run.lane(event) === "MainThread" && event.ms === 800);
    const woke = runAfter(run, blocked);
    expect(between(run, "MainThread", blocked, woke)).toEqual([]);
    const frames = run.of("output").filter(({ t, text }) => {
      return isFrame(text) && t > (blocked?.t ?? Number.NaN) && t < (woke?.t ?? Number.NaN);
    });
    expect(frames.length).toBeGreaterThanOrEqual(10);
  });
});
