import { beforeEach, describe, expect, test } from "vitest";
import { TwoModeRun } from "../../../support/two-mode-run.ts";

let world: TwoModeRun;

beforeEach(() => {
  world = new TwoModeRun();
});

const returned = { how: "returned", value: 42 } as const;

describe("Stop", () => {
  test("after Cancel reaches every mode, and the run says that it was cancelled", () => {
    const run = world.begun();
    run.cancel();
    run.stop();
    world.deliver();
    expect(world.threads.commands).toEqual(["prepare", "start", "cancel", "stop"]);
    expect(world.coroutines.commands).toEqual(["prepare", "start", "cancel", "stop"]);
    expect(run.state).toMatchObject({ phase: "stopping", cancelled: true });
  });

  test("is asked once, and Cancel means nothing after it", () => {
    const run = world.begun();
    run.stop();
    run.stop();
    run.cancel();
    world.deliver();
    expect(world.threads.commands).toEqual(["prepare", "start", "stop"]);
    expect(run.state).toMatchObject({ phase: "stopping", cancelled: false });
  });

  test("gives each mode 500 ms, and kills none that ended in them", () => {
    const run = world.begun();
    run.stop();
    world.deliver();
    world.time.advance(499);
    expect(world.killed).toEqual([]);
    world.threads.end({ how: "stopped" });
    world.deliver();
    world.time.advance(1);
    expect(world.killed).toEqual(["coroutines: it did not answer in time"]);
    world.time.advance(10_000);
    expect(world.killed).toHaveLength(1);
  });

  test("leaves a mode alone that had ended, and its outcome", () => {
    const run = world.begun();
    world.threads.end(returned);
    world.deliver();
    run.stop();
    world.deliver();
    expect(world.threads.commands).toEqual(["prepare", "start"]);
    world.coroutines.end({ how: "stopped" });
    world.deliver();
    expect(run.state.modes.map(({ outcome }) => outcome)).toEqual([returned, { how: "stopped" }]);
    expect(run.phase).toBe("ended");
  });

  test("does not reach a bystander, which is asked to finish when the programs have ended, with a patience of its own", () => {
    const run = world.begun(true);
    run.stop();
    world.wires.threads.deliver();
    world.threads.end({ how: "stopped" });
    world.wires.threads.deliver();
    expect(run.phase).toBe("stopping");
    world.time.advance(499);
    expect(world.killed).toEqual([]);
    world.time.advance(1);
    expect(world.killed).toEqual(["coroutines: it did not answer in time"]);
    world.deliver();
    expect(world.coroutines.commands).toEqual(["prepare", "start", "finish"]);
    expect(run.phase).toBe("ended");
  });

  test("and Cancel mean nothing while the bystander says its last", () => {
    const run = world.begun(true);
    world.threads.end(returned);
    world.wires.threads.deliver();
    run.cancel();
    run.stop();
    expect(run.state).toMatchObject({ phase: "running", cancelled: false });
    world.deliver();
    expect([run.phase, world.coroutines.commands]).toEqual(["ended", ["prepare", "start", "finish"]]);
  });

  test("says of a mode killed after it that it was stopped, and why, not that it was lost", () => {
    const run = world.begun();
    run.stop();
    world.endpoints.threads.lost("it was killed");
    expect(run.state.modes[0]?.outcome).toEqual({ how: "stopped", error: "it was killed" });
    world.endpoints.threads.lost("another reason");
    expect(run.state.modes[0]?.outcome).toEqual({ how: "stopped", error: "it was killed" });
  });

  test("abandons no coroutine's lane: the page ends its own", () => {
    const run = world.begun();
    run.stop();
    world.deliver();
    world.threads.end({ how: "stopped" });
    world.coroutines.end({ how: "stopped" });
    world.deliver();
    expect(world.feed.ends).toEqual({ "threads 7": "abandoned", "coroutines 7": "open", "main process 42": "open" });
  });
});

describe("getting ready", () => {
  test("takes 15 s at most, names who is late, and kills only that", () => {
    world.coroutines.getsReady = false;
    const run = world.begun();
    world.time.advance(14_999);
    expect([run.phase, world.killed]).toEqual(["preparing", []]);
    world.time.advance(1);
    expect([run.phase, world.killed]).toEqual(["ended", ["coroutines: it did not get ready"]]);
    expect(run.state.problem).toBe(
      "coroutines did not get ready within 15 s. Run again; if it happens again, restart Spinscope.",
    );
    expect(world.journal.start).toBeUndefined();
  });

  test("is over when the run has begun: its patience does not end a long run", () => {
    const run = world.begun();
    world.time.advance(60_000);
    expect([run.phase, run.state.problem, world.killed]).toEqual(["running", undefined, []]);
  });

  test("goes on with the other mode when one is lost meanwhile", () => {
    world.threads.getsReady = false;
    const run = world.begun();
    world.endpoints.threads.lost("gone");
    expect(run.phase).toBe("running");
    world.deliver();
    expect(world.coroutines.commands).toEqual(["prepare", "start"]);
    expect(world.threads.commands).toEqual(["prepare"]);
    world.coroutines.end(returned);
    world.deliver();
    expect(run.state).toMatchObject({
      phase: "ended",
      modes: [
        { mode: "threads", phase: "ended", outcome: { how: "lost", error: "gone" } },
        { mode: "coroutines", phase: "ended", outcome: returned },
      ],
    });
  });

  test("of a producer that was lost before is not tried: the run is told at once", () => {
    world.endpoints.threads.lost("gone before");
    const run = world.begun();
    expect(world.threads.commands).toEqual([]);
    expect(run.state.modes[0]?.outcome).toEqual({ how: "lost", error: "gone before" });
  });
});
