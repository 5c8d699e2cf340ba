import { beforeEach, describe, expect, test } from "vitest";
import type { RunState } from "../../../../core/contract/run.ts";
import { ProducerEndpoint } from "../../../../core/runs/producer-endpoint.ts";
import { Run, type RunOptions } from "../../../../core/runs/run.ts";
import { noLane, producerId } from "../../../../core/trace/ids.ts";
import { FakeProducer } from "../../../support/fake-producer.ts";
import { ManualTime } from "../../../support/manual-time.ts";
import { type MemoryWires, memoryWires } from "../../../support/memory-wire.ts";
import { KeptFeed, KeptJournal } from "../../../support/recorded.ts";

let time: ManualTime;
let journal: KeptJournal;
let feed: KeptFeed;
let wires: { readonly threads: MemoryWires; readonly coroutines: MemoryWires };
let threads: FakeProducer;
let coroutines: FakeProducer;
let endpoints: readonly [ProducerEndpoint, ProducerEndpoint];
let killed: string[];
let states: RunState[];
let run: Run;

function deliver(): void {
  while (wires.threads.deliver() || wires.coroutines.deliver());
}

function options(): RunOptions {
  return {
    run: 1,
    lesson: "one-job-two-ways",
    parameters: { job: 3 },
    endpoints,
    recording: {
      pid: 42,
      journal,
      feed,
      createAlignment: () => ({ add: () => {}, toMain: (raw) => raw, errorUs: () => 0 }),
    },
    wallClock: () => "2026-01-01T00:00:00.000Z",
    now: time.now,
    after: time.after,
    onChange: (state) => states.push(state),
  };
}

beforeEach(() => {
  time = new ManualTime();
  journal = new KeptJournal();
  feed = new KeptFeed();
  killed = [];
  states = [];
  wires = { threads: memoryWires(), coroutines: memoryWires() };
  threads = new FakeProducer(wires.threads, time, "threads");
  coroutines = new FakeProducer(wires.coroutines, time, "coroutines");
  const endpoint = (mode: "threads" | "coroutines", base: number) =>
    new ProducerEndpoint({
      mode,
      wire: wires[mode].near,
      producerBase: producerId(base),
      producers: 8,
      clock: { id: 0, kind: "hrtime", errorUs: 0 },
      pid: () => 7,
      now: time.now,
      patience: 500,
      kill: (reason) => killed.push(`${mode}: ${reason}`),
    });
  endpoints = [endpoint("threads", 16), endpoint("coroutines", 1)];
  run = new Run(options());
});

describe("a run", () => {
  test("starts no mode before every mode is ready, and then all at one origin", () => {
    coroutines.getsReady = false;
    run.begin();
    deliver();
    expect(threads.commands).toEqual(["prepare"]);
    coroutines.channel.send("prepared", { run: 1 });
    deliver();
    expect(threads.commands).toEqual(["prepare", "start"]);
    expect(coroutines.commands).toEqual(["prepare", "start"]);
    expect(run.phase).toBe("running");
    expect(journal.start?.origin).toBe(1_000_000);
  });

  test("ends when each mode has said its outcome and its bye, with nothing lost", () => {
    run.begin();
    deliver();
    threads.end({ how: "returned", value: 42 });
    deliver();
    expect(run.phase).toBe("running");
    coroutines.end({ how: "returned", value: 42 });
    deliver();
    expect(run.phase).toBe("ended");
    expect(run.state.modes.map((mode) => mode.outcome?.value)).toEqual([42, 42]);
    expect(journal.ended?.dropped).toBe(0);
    expect(feed.ends).toEqual({ "main 42": "open", "threads 7": "open", "coroutines 7": "open" });
  });

  test("records the start message as sent by main and received by each producer", () => {
    run.begin();
    deliver();
    threads.end({ how: "returned" });
    coroutines.end({ how: "returned" });
    deliver();
    time.advance(10);
    expect(feed.rows.slice(0, 3)).toContain("16.0 lane.created");
    expect(feed.rows).toContain("0.1 message.sent");
    expect(feed.rows).toContain("16.1 message.received");
    expect(feed.rows).toContain("1.1 message.received");
  });

  test("passes Cancel to every mode, and lets the supervisors answer", () => {
    run.begin();
    deliver();
    run.cancel();
    deliver();
    expect([threads.commands.at(-1), coroutines.commands.at(-1)]).toEqual(["cancel", "cancel"]);
    expect(run.state).toMatchObject({ phase: "running", cancelled: true });
  });

  test("ignores Cancel and Stop before it runs and after it has ended", () => {
    run.cancel();
    run.stop();
    run.begin();
    deliver();
    threads.end({ how: "returned" });
    coroutines.end({ how: "returned" });
    deliver();
    run.cancel();
    run.stop();
    deliver();
    expect(threads.commands).toEqual(["prepare", "start"]);
    expect(run.state).toMatchObject({ phase: "ended", cancelled: false });
  });

  test("abandons the threads' open lanes when it is stopped", () => {
    run.begin();
    deliver();
    threads.writer?.laneCreated(threads.now, "thread", "threads", "MainThread", noLane, noLane);
    run.stop();
    deliver();
    threads.bye();
    coroutines.end({ how: "stopped" });
    deliver();
    expect(run.phase).toBe("ended");
    expect(feed.ends).toMatchObject({ MainThread: "abandoned", "threads 7": "abandoned" });
    expect(run.state.modes.map((mode) => mode.outcome?.how)).toEqual(["stopped", "stopped"]);
  });

  test("ends by force a mode that does not answer Stop in time", () => {
    run.begin();
    deliver();
    run.stop();
    deliver();
    coroutines.end({ how: "stopped" });
    deliver();
    time.advance(501);
    expect(killed).toEqual(["threads: it did not answer in time"]);
    endpoints[0].lost("it was killed");
    expect(run.phase).toBe("ended");
  });

  test("says which producer was lost, abandons its lanes and owns that its tail is unknown", () => {
    run.begin();
    deliver();
    threads.writer?.laneCreated(threads.now, "thread", "threads", "Thread-1 (spin)", noLane, noLane);
    threads.flush();
    deliver();
    endpoints[0].lost("the utility process crashed");
    expect(feed.ends["Thread-1 (spin)"]).toBe("abandoned");
    coroutines.end({ how: "returned", value: 42 });
    deliver();
    expect(run.state.modes[0]?.outcome).toEqual({ how: "lost", error: "the utility process crashed" });
    expect(journal.ended?.producers.find((producer) => producer.id === 16)?.tail).toBe("unknown");
  });

  test("ends at once when every mode is lost while getting ready", () => {
    threads.getsReady = false;
    coroutines.getsReady = false;
    run.begin();
    deliver();
    endpoints[0].lost("gone");
    endpoints[1].lost("gone");
    expect(run.phase).toBe("ended");
  });

  test("gives up on a mode that never gets ready, with a sentence", () => {
    threads.getsReady = false;
    run.begin();
    deliver();
    time.advance(15_001);
    expect(run.phase).toBe("ended");
    expect(run.state.problem).toContain("threads did not get ready within 15 s");
  });

  test("stops recording with a sentence when the disk is full, while the programs go on", () => {
    journal.failsFrom = 3;
    run.begin();
    deliver();
    time.advance(10);
    threads.flush();
    deliver();
    expect(run.state.problem).toContain("no space left");
    threads.end({ how: "returned", value: 42 });
    coroutines.end({ how: "returned", value: 42 });
    deliver();
    expect(run.state.modes.map((mode) => mode.outcome?.value)).toEqual([42, 42]);
    expect(run.state.dropped).toBeGreaterThan(0);
  });

  test("fills numbers that never arrived with one gap", () => {
    run.begin();
    deliver();
    threads.flush();
    deliver();
    for (let n = 0; n < 5; n++) threads.writer?.output(threads.now, 0, "lost");
    threads.recorder?.flush();
    threads.end({ how: "returned" });
    coroutines.end({ how: "returned" });
    deliver();
    expect(feed.rows.filter((row) => row.endsWith("gap"))).toHaveLength(1);
    expect(run.state.dropped).toBe(5);
  });

  test("takes no events of a producer id that is not the endpoint's own", () => {
    run.begin();
    deliver();
    const before = run.state.events;
    const batch = threads.recorder?.unacknowledged[0] ?? threads.recorder?.flush()[0];
    if (batch === undefined) throw new Error("nothing was written");
    threads.channel.send("batch", { run: 1, batch: { ...batch, producer: producerId(900) } });
    deliver();
    expect(run.state.events).toBe(before);
  });

  test("records what a bystander sends, and ends only when it has said its last", () => {
    run = new Run({ ...options(), endpoints: [endpoints[0]], bystanders: [endpoints[1]] });
    run.begin();
    deliver();
    expect(coroutines.commands).toEqual(["prepare", "start"]);
    run.cancel();
    deliver();
    expect(coroutines.commands).toEqual(["prepare", "start"]);
    threads.end({ how: "returned", value: 42 });
    deliver();
    expect(coroutines.commands.at(-1)).toBe("finish");
    expect(run.state.modes.map(({ mode }) => mode)).toEqual(["threads"]);
    expect(run.phase).toBe("ended");
    expect(feed.rows).toContain("1.1 message.received");
  });

  test("does not wait for ever for a bystander", () => {
    run = new Run({ ...options(), endpoints: [endpoints[0]], bystanders: [endpoints[1]] });
    run.begin();
    deliver();
    threads.end({ how: "returned", value: 42 });
    wires.threads.deliver();
    time.advance(501);
    expect(killed).toEqual(["coroutines: it did not answer in time"]);
    endpoints[1].lost("gone");
    expect(run.phase).toBe("ended");
  });

  test("answers a ping at once with main's clock", () => {
    const heard: unknown[] = [];
    wires.threads.far.listen((message) => heard.push(message));
    wires.threads.near.hear({ type: "ping", payload: { raw: 5 } });
    deliver();
    expect(heard).toEqual([{ type: "pong", payload: { raw: 5, main: 1_000_000 } }]);
  });
});
