// What each lesson claims of coroutines, read off its recording on the virtual clock.
import { describe, expect, test } from "vitest";
import { isFrame } from "../../../core/trace/folds/statistics/frames.ts";
import { futuresTwice } from "../../../lessons/futures-twice/lesson.ts";
import { joiningAndAwaiting } from "../../../lessons/joining-and-awaiting/lesson.ts";
import { momentOf } from "../../support/lessons/moment-of.ts";
import { runVirtually } from "../../support/lessons/virtual-run.ts";

const second = 1_000_000;
const supervisor = "Task-1 (supervisor)";

describe("one job, two ways", () => {
  test("with several spinners cancels them in a row, and each is told and returns", async () => {
    const run = await runVirtually("one-job-two-ways", { spinners: 8, job: 0.55 });
    const spinners = run.of("lane.created").filter((event) => run.lane(event).endsWith("(spin)"));
    expect(spinners).toHaveLength(8);
    expect(run.of("cancel.requested").map(({ target }) => target)).toEqual(spinners.map(({ lane }) => lane));
    expect(run.of("cancel.delivered").map(({ lane }) => lane)).toEqual(spinners.map(({ lane }) => lane));
    expect(new Set(run.of("lane.ended").map(({ how }) => how))).toEqual(new Set(["returned"]));
  });

  test("with several spinners never lets one write between another's frame and its backspaces", async () => {
    const run = await runVirtually("one-job-two-ways", { spinners: 8 });
    const writes = run.of("output");
    const frames = writes.flatMap((event, index) => (isFrame(event.text) ? [index] : []));
    expect(frames.length).toBeGreaterThan(200);
    for (const index of frames) {
      const [frame, next] = [writes[index], writes[index + 1]];
      expect([next?.lane, next?.text]).toEqual([frame?.lane, "\b".repeat(frame?.text.length ?? 0)]);
    }
  });

  test("with one spinner prints one object, as it always did", async () => {
    const { console } = await runVirtually("one-job-two-ways");
    expect(console.split("\n")[0]).toBe(
      "spinner object: <Task pending name='Task-2' coro=<spin() running at coroutines.ts:6>>",
    );
    expect(console.endsWith("Answer: 42\n")).toBe(true);
  });
});

describe("threads have to be asked: the tasks beside them", () => {
  test("are told in the turn after the request, however long they would have slept", async () => {
    const run = await runVirtually("threads-have-to-be-asked");
    const requested = run.of("cancel.requested");
    const delivered = run.of("cancel.delivered");
    expect(requested.map(({ t }) => t)).toEqual([2.1 * second, 2.1 * second]);
    expect(delivered.map(({ t }) => t)).toEqual([2.1 * second, 2.1 * second]);
    expect(delivered.map(({ id }) => id)).toEqual(requested.map(({ id }) => id));
    const between = run.of("turn.ended").filter(({ s }) => s > (requested[1]?.s ?? 0) && s < (delivered[0]?.s ?? 0));
    expect(between).toHaveLength(1);
    expect(run.console).toContain("asked; done: False False\n");
  });
});

describe("a task can be cancelled", () => {
  const job = 1.5 * second;
  const pause = 0.3 * second;
  const endOf = async (lane: string) => {
    const run = await runVirtually("a-task-can-be-cancelled");
    const [end] = run.of("lane.ended", lane);
    const [delivered] = run.of("cancel.delivered", lane);
    return { run, how: end?.how, value: end?.value, told: delivered?.t, at: Math.round(end?.t ?? 0) };
  };

  test("letting the error through ends it cancelled, at once", async () => {
    expect(await endOf("Task-2 (letThrough)")).toMatchObject({ how: "cancelled", told: job, at: job });
  });

  test("catching it ends it returned", async () => {
    const end = await endOf("Task-3 (spin)");
    expect(end).toMatchObject({ how: "returned", value: "caught", told: job, at: job });
    expect(end.run.of("cancel.refused", "Task-3 (spin)")).toEqual([]);
  });

  test("cleaning up delays the end, and it still ends cancelled", async () => {
    const end = await endOf("Task-4 (delayed)");
    expect(end).toMatchObject({ how: "cancelled", told: job, at: job + pause });
    expect(end.run.of("cancel.refused", "Task-4 (delayed)")).toEqual([]);
  });

  test("uncancel refuses it, and the task goes on to its result", async () => {
    const end = await endOf("Task-5 (refused)");
    expect(end).toMatchObject({ how: "returned", value: "went on", told: job, at: job + 2 * pause });
    expect(end.run.of("cancel.refused").map((event) => [end.run.lane(event), event.t])).toEqual([
      ["Task-5 (refused)", job + pause],
    ]);
  });

  test("before it begins, none of its lines run", async () => {
    const end = await endOf("Task-6 (neverBegun)");
    expect(end).toMatchObject({ how: "cancelled", told: job, at: job });
    expect(end.run.of("line", "Task-6 (neverBegun)")).toEqual([]);
    expect(end.run.console).not.toContain("this line never runs");
  });

  test("is asked five times by one step of the supervisor, before any of the five is told", async () => {
    const run = await runVirtually("a-task-can-be-cancelled");
    const requested = run.of("cancel.requested", supervisor);
    const delivered = run.of("cancel.delivered");
    expect(requested).toHaveLength(5);
    expect(Math.max(...requested.map(({ s }) => s))).toBeLessThan(Math.min(...delivered.map(({ s }) => s)));
    // The last was scheduled when it was made, so its turn comes before those that the cancel woke.
    const [first, ...others] = delivered.map(({ id }) => id);
    expect([...others, first]).toEqual(requested.map(({ id }) => id));
  });
});

describe("joining and awaiting", () => {
  test("a wait with a timeout only gives up: the task is not cancelled and goes on", async () => {
    const run = await runVirtually("joining-and-awaiting");
    expect(run.of("cancel.requested")).toEqual([]);
    const [waited] = run.of("wait", supervisor);
    expect(waited).toMatchObject({ why: "future", t: 0 });
    const woken = run.of("run", supervisor).find(({ t }) => t > 0);
    expect(woken?.t).toBe(0.5 * second);
    expect(run.console).toContain("after wait(timeout), done: False\n");
  });

  test("the callback is called after the task's end and before the one who awaits goes on; both get its result", async () => {
    const run = await runVirtually("joining-and-awaiting");
    const [end] = run.of("lane.ended", "Task-2 (spin)");
    const [called] = run.of("callback.run").filter(({ name }) => name === "report");
    const [joined] = run.of("join.ended", supervisor);
    expect(end).toMatchObject({ how: "returned", value: 42 });
    const moment = joiningAndAwaiting.lookHere.find(({ id }) => id === "callback");
    expect(moment && momentOf(moment, run.events, (event) => run.lane(event))).toBe(called);
    expect(joined).toMatchObject({ target: end?.lane, how: "ended", cause: [end?.p, end?.s] });
    const order = [end, called, joined].map((event) => event?.s ?? Number.NaN);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(run.console).toMatch(/result\(\): 42\nyield\* gives: 42\nAnswer: 42\n$/);
  });
});

describe("futures, twice", () => {
  test("result() of a pending task throws at once, and yield* gives the result when it is there", async () => {
    const run = await runVirtually("futures-twice");
    const said = new Map(run.of("output").map(({ text, t }) => [text.trimEnd(), t / second]));
    expect(said.get("result() while pending, at once: InvalidStateError")).toBe(0);
    expect(said.get("wait(timeout) gave up, done: False")).toBe(0.5);
    expect(said.get("the callback asks for result(): 42")).toBe(2);
    expect(said.get("yield* gives: 42")).toBe(2);
  });

  test("yield* takes a coroutine and the future of a plain function alike", async () => {
    const run = await runVirtually("futures-twice");
    const said = new Map(run.of("output").map(({ text, t }) => [text.trimEnd(), t / second]));
    expect(said.get("yield* a coroutine: 42")).toBe(2.5);
    expect(said.get("yield* a plain function's future: 42")).toBe(3);
    expect(said.get("a task is a future: True")).toBe(0);
    expect(said.get("ensureFuture leaves a future as it is: True")).toBe(3);
    // The coroutine was driven by yield*, and so needed no task.
    expect(run.laneOf("Task-3 (slowFunction)")).toBeUndefined();
    const moment = futuresTwice.lookHere.find(({ id }) => id === "promised");
    expect(moment && momentOf(moment, run.events, (event) => run.lane(event))?.t).toBe(2.5 * second);
  });
});

describe("a thread for the blocking call", () => {
  test("while the call blocks its thread, the loop gives the spinner each of its frames in time", async () => {
    const run = await runVirtually("a-thread-for-the-blocking-call");
    expect(run.of("wait").filter(({ why }) => why === "block")).toEqual([]);
    const frames = run.of("output", "Task-2 (spin)").filter(({ text }) => isFrame(text));
    expect(frames.length).toBeGreaterThanOrEqual(20);
    for (const [turn, { t }] of frames.entries()) expect(t / second).toBeCloseTo(turn * 0.1, 6);
    expect(run.of("wait", supervisor)).toMatchObject([{ why: "future", t: 0 }]);
  });
});

describe("never block the loop", () => {
  const frameTimes = (run: Awaited<ReturnType<typeof runVirtually>>) =>
    run
      .of("output", "Task-2 (spin)")
      .filter(({ text }) => isFrame(text))
      .map(({ t }) => t / second);

  test("while the coroutine blocks nothing of the loop runs, and the spinner's frame comes at its end", async () => {
    const run = await runVirtually("never-block-the-loop");
    const blocked = run.of("wait", supervisor).find(({ why }) => why === "block");
    expect(blocked).toMatchObject({ ms: 2_000, t: 1 * second });
    const during = run.events.filter(({ t }) => t > 1 * second && t < 3 * second);
    expect(during).toEqual([]);
    const next = frameTimes(run).find((t) => t > 1);
    expect(next).toBe(3);
  });

  test("repaired, the same span has all of the spinner's frames, each in time", async () => {
    const run = await runVirtually("never-block-the-loop-repaired");
    expect(run.of("wait").filter(({ why }) => why === "block")).toEqual([]);
    const times = frameTimes(run);
    expect(times.filter((t) => t > 1 && t < 3).length).toBeGreaterThanOrEqual(19);
    for (const [turn, t] of times.entries()) expect(t).toBeCloseTo(turn * 0.1, 6);
  });
});
