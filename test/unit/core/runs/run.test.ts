import { beforeEach, describe, expect, test } from "vitest";
import { producerId } from "../../../../core/trace/ids.ts";
import { TwoModeRun } from "../../../support/two-mode-run.ts";

let world: TwoModeRun;

beforeEach(() => {
  world = new TwoModeRun();
});

describe("a run", () => {
  test("starts no mode before every mode is ready, and then all at one origin", () => {
    world.coroutines.getsReady = false;
    const run = world.begun();
    expect(world.threads.commands).toEqual(["prepare"]);
    world.coroutines.channel.send("prepared", { run: 1 });
    world.deliver();
    expect(world.threads.commands).toEqual(["prepare", "start"]);
    expect(world.coroutines.commands).toEqual(["prepare", "start"]);
    expect(run.phase).toBe("running");
    expect(world.journal.start?.origin).toBe(1_000_000);
  });

  test("ends when each mode has said its outcome and its bye, with nothing lost", () => {
    const run = world.begun();
    world.threads.end({ how: "returned", value: 42 });
    world.deliver();
    expect(run.phase).toBe("running");
    // On the disk from then on, so that main's death does not make it unknown.
    expect([...world.journal.byes.keys()]).toEqual([16]);
    world.coroutines.end({ how: "returned", value: 42 });
    world.deliver();
    expect(run.phase).toBe("ended");
    expect([...world.journal.byes.keys()]).toEqual([16, 1]);
    expect(run.state.modes.map((mode) => mode.outcome?.value)).toEqual([42, 42]);
    expect(world.journal.ended?.dropped).toBe(0);
    expect(world.feed.ends).toEqual({ "main process 42": "open", "threads 7": "open", "coroutines 7": "open" });
  });

  test("records the start message as sent by main and received by each producer", () => {
    world.begun();
    world.threads.end({ how: "returned" });
    world.coroutines.end({ how: "returned" });
    world.deliver();
    world.time.advance(10);
    expect(world.feed.rows.slice(0, 3)).toContain("16.0 lane.created");
    expect(world.feed.rows).toContain("0.1 message.sent");
    expect(world.feed.rows).toContain("16.1 message.received");
    expect(world.feed.rows).toContain("1.1 message.received");
  });

  test("passes Cancel to every mode, and lets the supervisors answer", () => {
    const run = world.begun();
    run.cancel();
    world.deliver();
    expect([world.threads.commands.at(-1), world.coroutines.commands.at(-1)]).toEqual(["cancel", "cancel"]);
    expect(run.state).toMatchObject({ phase: "running", cancelled: true });
  });

  test("ignores Cancel and Stop before it runs and after it has ended", () => {
    const run = world.run();
    run.cancel();
    run.stop();
    run.begin();
    world.deliver();
    world.threads.end({ how: "returned" });
    world.coroutines.end({ how: "returned" });
    world.deliver();
    run.cancel();
    run.stop();
    world.deliver();
    expect(world.threads.commands).toEqual(["prepare", "start"]);
    expect(run.state).toMatchObject({ phase: "ended", cancelled: false });
  });

  test("takes no events of a producer id that is not the endpoint's own", () => {
    const run = world.begun();
    const before = run.state.events;
    const batch = world.threads.recorder?.unacknowledged[0] ?? world.threads.recorder?.flush()[0];
    if (batch === undefined) throw new Error("nothing was written");
    world.threads.channel.send("batch", { run: 1, batch: { ...batch, producer: producerId(900) } });
    world.deliver();
    expect(run.state.events).toBe(before);
  });

  test("records what a bystander sends, and ends only when it has said its last", () => {
    const run = world.begun(true);
    expect(world.coroutines.commands).toEqual(["prepare", "start"]);
    run.cancel();
    world.deliver();
    expect(world.coroutines.commands).toEqual(["prepare", "start"]);
    world.threads.end({ how: "returned", value: 42 });
    world.deliver();
    expect(world.coroutines.commands.at(-1)).toBe("finish");
    expect(run.state.modes.map(({ mode }) => mode)).toEqual(["threads"]);
    expect(run.phase).toBe("ended");
    expect(world.feed.rows).toContain("1.1 message.received");
  });

  test("answers a ping at once with main's clock", () => {
    const heard: unknown[] = [];
    world.wires.threads.far.listen((message) => heard.push(message));
    world.wires.threads.near.hear({ type: "ping", payload: { raw: 5 } });
    world.deliver();
    expect(heard).toEqual([{ type: "pong", payload: { raw: 5, main: 1_000_000 } }]);
  });
});
