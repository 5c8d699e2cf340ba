import { beforeEach, describe, expect, test } from "vitest";
import { CancelledError, coroutine, createTask, getEventLoop, sleep } from "../../../../core/asyncio/index.ts";
import { coroutinePrograms } from "../../../../lessons/coroutine-programs.ts";
import { KeptFeed } from "../../../support/recorded.ts";
import { CoroutineWorld } from "./coroutine-world.ts";

/** Goes on for long, whoever cancels it. */
const goOn = coroutine(function* goOn() {
  for (;;) {
    try {
      yield* sleep(1);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
  }
});

const returnAtOnce = coroutine(function* returnAtOnce() {
  createTask(goOn());
  yield* sleep(0);
  return 42;
});

async function leaveATask(): Promise<number> {
  return getEventLoop().runUntilComplete(returnAtOnce());
}

let world: CoroutineWorld;
beforeEach(() => {
  world = new CoroutineWorld({ ...coroutinePrograms, "leaves-a-task": { main: leaveATask } });
});

describe("the coroutines as a producer", () => {
  test("run the lesson to its answer, and tell every event of it", async () => {
    const run = world.begin();
    await world.pass(1_200);
    expect(run.phase).toBe("ended");
    expect(run.state).toMatchObject({ dropped: 0, modes: [{ outcome: { how: "returned", value: 42 } }] });
    expect(world.consoleText()).toContain("<Task pending name='Task-2' coro=<spin() running at coroutines.ts:6>>");
    expect(world.consoleText()).toContain("Answer: 42");
    expect(world.feed.ends).toMatchObject({ "Task-1 (supervisor)": "returned", "Task-2 (spin)": "returned" });
  });

  test("exchange clocks with main before the start and write them down after it", async () => {
    world.begin();
    await world.pass(50);
    expect(world.feed.rows.filter((row) => row.endsWith(" clock"))).toHaveLength(12);
    expect(world.feed.errorUs).toBe(50);
  });

  test("cancel the spinner's task when a person asks, and the supervisor still answers", async () => {
    const run = world.begin();
    await world.pass(300);
    run.cancel();
    await world.pass(200);
    expect(world.feed.ends).toMatchObject({ "Task-2 (spin)": "returned" });
    expect(world.feed.ends).not.toHaveProperty(["Task-1 (supervisor)"]);
    await world.pass(800);
    expect(run.state.modes[0]?.outcome).toEqual({ how: "returned", value: 42 });
  });

  test("end every task when a person stops the run", async () => {
    const run = world.begin();
    await world.pass(300);
    run.stop();
    await world.pass(100);
    expect(run.phase).toBe("ended");
    expect(run.state.modes[0]?.outcome).toEqual({ how: "stopped" });
    expect(world.feed.ends).toMatchObject({ "Task-1 (supervisor)": "cancelled", "Task-2 (spin)": "returned" });
  });

  test("say so when the lesson has no coroutine program", async () => {
    const run = world.begin("no-such-lesson");
    await world.pass(100);
    expect(run.state.modes[0]?.outcome?.error).toContain("no-such-lesson");
  });

  test("name what the page sends to main only while a recording takes it", async () => {
    expect(world.producer.sent("run.cancel", {})).toBeUndefined();
    const run = world.begin();
    await world.pass(50);
    expect(world.producer.sent("run.cancel", {})?.[0]).toBe(1);
    await world.pass(1_200);
    expect(run.phase).toBe("ended");
    expect(world.producer.sent("run.cancel", {})).toBeUndefined();
  });

  test("run again after a run that ended", async () => {
    world.begin();
    await world.pass(1_200);
    world.feed = new KeptFeed();
    const run = world.begin();
    await world.pass(1_200);
    expect(run.state.modes[0]?.outcome).toEqual({ how: "returned", value: 42 });
  });

  test("say nothing more once their port is gone", async () => {
    world.begin();
    await world.pass(300);
    world.producer.close();
    await world.pass(1_200);
    expect(world.states.at(-1)?.phase).toBe("running");
  });

  test("are given up without a word also while a task that they cancelled goes on", async () => {
    world.begin("leaves-a-task");
    await world.pass(300);
    expect(world.consoleText()).toBe("");
    world.producer.close();
    // The runner fails on an error that nobody handles.
    await world.pass(100);
    expect(world.states.at(-1)?.phase).toBe("running");
  });
});
