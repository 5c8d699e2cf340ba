import { expect, test } from "vitest";
import type { Mode } from "../../../../../core/contract/run.ts";
import { modeStatistics } from "../../../../../core/timeline/stage/mode-statistics.ts";
import { laneReports, stageOf } from "../../../../../core/timeline/stage/stage.ts";
import { madeUpRun } from "../../../../support/made-up-run.ts";
import { recordingOf } from "../../../../support/timeline-look/scene-of.ts";

const whole = madeUpRun();
const cancelled = madeUpRun({ cancelAfter: 1.234 });

function stage(arrivals = whole, at?: number) {
  const recording = recordingOf(arrivals, at);
  const now = recording.now(at ?? 0);
  return stageOf(recording, now, (mode) => modeStatistics(recording, mode));
}

function mode(name: Mode, arrivals = whole, at?: number) {
  const found = stage(arrivals, at).modes.find((each) => each.mode === name);
  if (found === undefined) throw new Error(`no ${name} in the stage`);
  return found;
}

test("a mode says where it runs, what its lanes are called and what its console shows", () => {
  const threads = mode("threads", whole, 1_500_000);
  expect(threads).toMatchObject({
    process: "utility process 4127",
    pid: 4127,
    lanes: ["MainThread", "Thread-1 (spin)"],
    laneCount: 2,
    object: "<Thread(Thread-1 (spin), initial)>",
    consoleLine: 1,
  });
  expect(threads.console).toMatch(/^spinner object: .*\n[|/\-\\] thinking!$/);
  expect(mode("coroutines", whole, 1_500_000).lanes).toEqual(["Task-1", "Task-2"]);
});

test("while the job works the supervisors' waiting is what is said", () => {
  expect(mode("threads", whole, 1_500_000).state).toEqual({ key: "state.blocked-sleep" });
  expect(mode("coroutines", whole, 1_500_000).state).toEqual({ key: "state.sleeping" });
});

test("the line of each open lane is told, the supervisor's first, and none when all have ended", () => {
  expect(mode("threads", whole, 1_500_000).lines).toEqual([
    { lane: "MainThread", file: "threads.ts", line: 21, does: "blocked" },
    { lane: "Thread-1 (spin)", file: "threads.ts", line: 13, does: "blocked" },
  ]);
  expect(mode("threads").lines).toEqual([]);
});

test("between the request and its answer the chip says how long it has been", () => {
  const { state } = mode("threads", cancelled, 1_256_000);
  expect(state.key).toBe("state.asked");
  expect(state.us).toBeGreaterThan(5_000);
});

test("once it was noticed the supervisors' own state is what is said again, as long as they go on", () => {
  expect(mode("threads", cancelled, 1_700_000).state).toEqual({ key: "state.blocked-sleep" });
  expect(mode("coroutines", cancelled, 1_700_000).state).toEqual({ key: "state.sleeping" });
});

test("in the end the chip says how long it took, and calls no task cancelled that returned", () => {
  const threads = mode("threads", cancelled);
  expect(threads.state).toEqual({ key: "state.seen", us: threads.statistics.askedSeen.max });
  const coroutines = mode("coroutines", cancelled);
  expect(coroutines.state).toEqual({ key: "state.reached", us: coroutines.statistics.requestedDelivered.max });
});

test("statistics that have no values are told with n = 0", () => {
  const { statistics } = mode("coroutines", whole, 1_500_000);
  expect(statistics.frames).toBeGreaterThan(10);
  expect(statistics.requestedDelivered).toEqual({ n: 0, p50: Number.NaN, p95: Number.NaN, max: Number.NaN });
});

test("lanes are told from top to bottom with how they stand", () => {
  const recording = recordingOf(whole, 1_500_000);
  const reports = laneReports(recording, recording.lanes, recording.now(1_500_000));
  expect(reports.map(({ name, state }) => `${name}: ${state.key}`)).toEqual([
    "main process 4083: state.running",
    "utility process 4127: state.running",
    "MainThread: state.blocked-sleep",
    "Thread-1 (spin): state.blocked-sleep",
    "renderer 4098: state.running",
    "event loop: state.ready",
    "Task-1: state.sleeping",
    "Task-2: state.sleeping",
  ]);
});

test("a lane that has ended says how", () => {
  const recording = recordingOf(whole);
  const reports = laneReports(recording, recording.lanes, recording.now(0));
  expect(reports.find(({ name }) => name === "MainThread")).toMatchObject({
    ended: "returned",
    state: { key: "state.returned", value: "42" },
  });
});
