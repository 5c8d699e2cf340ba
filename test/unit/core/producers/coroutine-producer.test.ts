import { beforeEach, describe, expect, test } from "vitest";
import { HostedEventLoop } from "../../../../core/asyncio/hosted-loop.ts";
import { CancelledError, coroutine, createTask, getEventLoop, sleep } from "../../../../core/asyncio/index.ts";
import type { RunState } from "../../../../core/contract/run.ts";
import { CoroutineProducer } from "../../../../core/producers/coroutine-producer.ts";
import { ProducerEndpoint } from "../../../../core/runs/producer-endpoint.ts";
import { Run } from "../../../../core/runs/run.ts";
import { ConsoleFold } from "../../../../core/trace/folds/consoles.ts";
import { producerId } from "../../../../core/trace/ids.ts";
import { coroutinePrograms } from "../../../../lessons/coroutine-programs.ts";
import { ManualHost } from "../../../support/manual-host.ts";
import { ManualTime } from "../../../support/manual-time.ts";
import { type MemoryWires, memoryWires } from "../../../support/memory-wire.ts";
import { KeptFeed, KeptJournal } from "../../../support/recorded.ts";

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

let time: ManualTime;
let wires: MemoryWires;
let feed: KeptFeed;
let producer: CoroutineProducer;
let endpoint: ProducerEndpoint;
let states: RunState[];

/** Lets `ms` pass in small steps, so that messages and promises get through as they would. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5) {
    time.advance(Math.min(5, left));
    wires.deliver();
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    wires.deliver();
  }
}

function begin(lesson = "one-job-two-ways"): Run {
  const run = new Run({
    run: 1,
    lesson,
    parameters: { message: "thinking!", frame: 0.1, job: 1, spinners: 1 },
    endpoints: [endpoint],
    recording: {
      pid: 42,
      journal: new KeptJournal(),
      feed,
      createAlignment: () => ({ add: () => {}, toMain: (raw) => raw - 1_000_000, errorUs: () => 50 }),
    },
    wallClock: () => "2026-01-01T00:00:00.000Z",
    now: time.now,
    after: time.after,
    onChange: (state) => states.push(state),
  });
  run.begin();
  wires.deliver();
  return run;
}

function consoleText(): string {
  const fold = new ConsoleFold();
  for (let row = 0; row < feed.table.length; row++) fold.row(feed.table, row);
  return fold.of("coroutines").text;
}

beforeEach(() => {
  time = new ManualTime();
  wires = memoryWires();
  feed = new KeptFeed();
  states = [];
  producer = new CoroutineProducer({
    wire: wires.far,
    processName: (pid) => `renderer ${pid}`,
    now: time.now,
    onMainClock: false,
    createLoop: () => new HostedEventLoop(new ManualHost(time)),
    programs: { ...coroutinePrograms, "leaves-a-task": { main: leaveATask } },
    after: time.after,
    every: (ms, action) => {
      let end = () => {};
      const again = () => {
        end = time.after(ms, () => {
          action();
          again();
        });
      };
      again();
      return () => end();
    },
  });
  endpoint = new ProducerEndpoint({
    mode: "coroutines",
    wire: wires.near,
    producerBase: producerId(1),
    producers: 1,
    clock: { id: 1, kind: "performance", errorUs: 0 },
    pid: () => 4098,
    now: time.now,
    patience: 500,
    kill: () => {},
  });
});

describe("the coroutines as a producer", () => {
  test("run the lesson to its answer, and tell every event of it", async () => {
    const run = begin();
    await pass(1_200);
    expect(run.phase).toBe("ended");
    expect(run.state).toMatchObject({ dropped: 0, modes: [{ outcome: { how: "returned", value: 42 } }] });
    expect(consoleText()).toContain("<Task pending name='Task-2' coro=<spin() running at coroutines.ts:6>>");
    expect(consoleText()).toContain("Answer: 42");
    expect(feed.ends).toMatchObject({ "Task-1 (supervisor)": "returned", "Task-2 (spin)": "returned" });
  });

  test("exchange clocks with main before the start and write them down after it", async () => {
    begin();
    await pass(50);
    expect(feed.rows.filter((row) => row.endsWith(" clock"))).toHaveLength(12);
    expect(feed.errorUs).toBe(50);
  });

  test("cancel the spinner's task when a person asks, and the supervisor still answers", async () => {
    const run = begin();
    await pass(300);
    run.cancel();
    await pass(200);
    expect(feed.ends).toMatchObject({ "Task-2 (spin)": "returned" });
    expect(feed.ends).not.toHaveProperty(["Task-1 (supervisor)"]);
    await pass(800);
    expect(run.state.modes[0]?.outcome).toEqual({ how: "returned", value: 42 });
  });

  test("end every task when a person stops the run", async () => {
    const run = begin();
    await pass(300);
    run.stop();
    await pass(100);
    expect(run.phase).toBe("ended");
    expect(run.state.modes[0]?.outcome).toEqual({ how: "stopped" });
    expect(feed.ends).toMatchObject({ "Task-1 (supervisor)": "cancelled", "Task-2 (spin)": "returned" });
  });

  test("say so when the lesson has no coroutine program", async () => {
    const run = begin("no-such-lesson");
    await pass(100);
    expect(run.state.modes[0]?.outcome?.error).toContain("no-such-lesson");
  });

  test("name what the page sends to main only while a recording takes it", async () => {
    expect(producer.sent("run.cancel", {})).toBeUndefined();
    const run = begin();
    await pass(50);
    expect(producer.sent("run.cancel", {})?.[0]).toBe(1);
    await pass(1_200);
    expect(run.phase).toBe("ended");
    expect(producer.sent("run.cancel", {})).toBeUndefined();
  });

  test("run again after a run that ended", async () => {
    begin();
    await pass(1_200);
    feed = new KeptFeed();
    const run = begin();
    await pass(1_200);
    expect(run.state.modes[0]?.outcome).toEqual({ how: "returned", value: 42 });
  });

  test("say nothing more once their port is gone", async () => {
    begin();
    await pass(300);
    producer.close();
    await pass(1_200);
    expect(states.at(-1)?.phase).toBe("running");
  });

  test("are given up without a word also while a task that they cancelled goes on", async () => {
    begin("leaves-a-task");
    await pass(300);
    expect(consoleText()).toBe("");
    producer.close();
    // The runner fails on an error that nobody handles.
    await pass(100);
    expect(states.at(-1)?.phase).toBe("running");
  });
});
