import { beforeEach, describe, expect, test } from "vitest";
import { noLane, producerId } from "../../../../core/trace/ids.ts";
import { TwoModeRun } from "../../../support/two-mode-run.ts";

let world: TwoModeRun;

beforeEach(() => {
  world = new TwoModeRun();
});

const returned = { how: "returned", value: 42 } as const;

function endBoth(): void {
  world.threads.end(returned);
  world.coroutines.end(returned);
  world.deliver();
}

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

describe("what a producer's messages mean", () => {
  test("is settled by the first outcome and the first bye", () => {
    const run = world.begun();
    world.threads.end({ how: "raised", error: "ValueError: no" });
    const lastSeq = (world.threads.recorder?.nextSeq ?? 0) - 1;
    world.threads.end(returned);
    world.deliver();
    expect(run.state.modes[0]?.outcome).toEqual({ how: "raised", error: "ValueError: no" });
    expect([...world.journal.byes]).toEqual([[16, lastSeq]]);
    world.endpoints.threads.lost("its process ended");
    expect(world.journal.ended).toBeUndefined();
    world.coroutines.end(returned);
    world.deliver();
    expect(world.journal.ended?.producers.map(({ id, tail }) => [id, tail])).toEqual([
      [0, "known"],
      [1, "known"],
      [16, "known"],
    ]);
  });

  test("is acknowledged up to what is committed, and no further", () => {
    world.begun();
    const own = world.endpoints.threads.processLane;
    world.threads.flush();
    world.wires.threads.deliver();
    expect(world.threads.recorder?.unacknowledged).toEqual([]);
    world.threads.writer?.output(world.threads.now, own, "not sent");
    expect(world.threads.recorder?.flush()).toHaveLength(1);
    world.threads.writer?.output(world.threads.now, own, "sent");
    world.threads.flush();
    expect(world.threads.recorder?.unacknowledged).toHaveLength(2);
    world.deliver();
    // The hole is a gap that is committed, too.
    expect(world.threads.recorder?.unacknowledged).toEqual([]);
  });

  test("of a run that has not begun is refused", () => {
    const run = world.begun();
    const refused = world.endpoints.threads.counts.refused;
    world.threads.channel.send("ended", { run: 2, outcome: returned });
    world.deliver();
    expect(world.endpoints.threads.counts.refused).toBe(refused + 1);
    expect(run.state.modes[0]?.outcome).toBeUndefined();
  });

  test("after the run's end is dropped", () => {
    const run = world.begun();
    endBoth();
    const { events } = run.state;
    world.threads.writer?.output(world.threads.now, 0, "too late");
    world.threads.flush();
    world.deliver();
    world.endpoints.threads.lost("its process ended");
    expect([run.state.events, run.state.modes[0]?.outcome]).toEqual([events, returned]);
  });

  test("is refused of a producer that it did not declare, declared twice, or that is another's", () => {
    world.begun();
    world.threads.flush();
    world.deliver();
    const producer = (id: number, part = {}) => ({
      run: 1,
      producer: {
        id: producerId(id),
        role: "threads" as const,
        pid: 7,
        thread: 0,
        epoch: 0,
        clock: 0,
        tail: "known" as const,
        ...part,
      },
    });
    const refused = (): number => world.endpoints.threads.counts.refused;
    const before = refused();
    const wrong = [
      producer(16),
      producer(15),
      producer(24),
      producer(17, { role: "coroutines" }),
      producer(17, { clock: 3 }),
      producer(17, { tail: "unknown" }),
    ];
    for (const each of wrong) world.threads.channel.send("producer", each);
    world.deliver();
    expect(refused() - before).toBe(wrong.length);
    world.threads.channel.send("bye", { run: 1, last: [{ producer: producerId(23), lastSeq: 0 }] });
    world.threads.channel.send("bye", { run: 1, last: [{ producer: producerId(24), lastSeq: -1 }] });
    world.deliver();
    expect(refused() - before).toBe(wrong.length + 2);
    world.threads.channel.send("producer", producer(23));
    world.deliver();
    expect(refused() - before).toBe(wrong.length + 2);
    expect(world.journal.producers.map(({ id }) => id)).toEqual([0, 1, 16, 23]);
  });
});

describe("calls of coroutines in threads", () => {
  const call = { run: 1, call: 1, target: "slowFunction", args: "[]" };
  let withCalls: TwoModeRun;

  test("go through main, and the thread host stays until every program has ended", () => {
    withCalls = new TwoModeRun(undefined, true);
    const run = withCalls.begun();
    withCalls.coroutines.channel.send("call", call);
    withCalls.deliver();
    expect(withCalls.threads.commands.at(-1)).toBe("call");
    withCalls.threads.channel.send("settled", { run: 1, call: 1, how: "returned", value: 42 });
    withCalls.deliver();
    expect(withCalls.coroutines.commands.at(-1)).toBe("settled");
    withCalls.threads.channel.send("ended", { run: 1, outcome: returned });
    withCalls.deliver();
    expect(withCalls.threads.commands).not.toContain("finish");
    withCalls.coroutines.end(returned);
    withCalls.deliver();
    expect(withCalls.threads.commands.filter((each) => each === "finish")).toEqual(["finish"]);
    expect(run.phase).toBe("ended");
  });

  test("are refused where the threads make them, or the coroutines settle them", () => {
    withCalls = new TwoModeRun(undefined, true);
    withCalls.begun();
    withCalls.threads.channel.send("call", call);
    withCalls.coroutines.channel.send("settled", { run: 1, call: 1, how: "returned", value: 42 });
    withCalls.deliver();
    expect([withCalls.endpoints.threads.counts.refused, withCalls.endpoints.coroutines.counts.refused]).toEqual([1, 1]);
    expect(withCalls.threads.commands).not.toContain("call");
  });

  test("end with the reason when the thread host dies, and not when the page does", () => {
    withCalls = new TwoModeRun(undefined, true);
    withCalls.begun();
    withCalls.coroutines.channel.send("call", call);
    withCalls.deliver();
    withCalls.endpoints.threads.lost("it died");
    withCalls.deliver();
    expect(withCalls.coroutines.commands.filter((each) => each === "settled")).toHaveLength(1);
  });
});

test("lanes that are open when a mode is lost end abandoned, each once, the others' not", () => {
  const run = world.begun();
  const { threads } = world;
  const ended = threads.writer?.laneCreated(threads.now, "thread", "threads", "ended", noLane, noLane) ?? 0;
  threads.writer?.laneEnded(threads.now, ended, "returned");
  threads.flush();
  world.coroutines.flush();
  world.deliver();
  world.endpoints.threads.lost("it died");
  expect(world.feed.ends).toEqual({ ended: "returned", "threads 7": "abandoned" });
  world.coroutines.end(returned);
  world.deliver();
  expect(world.feed.ends).toEqual({
    ended: "returned",
    "threads 7": "abandoned",
    "coroutines 7": "open",
    "main process 42": "open",
  });
  expect(run.phase).toBe("ended");
});
