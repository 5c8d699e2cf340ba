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
