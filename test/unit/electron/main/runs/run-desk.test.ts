import { beforeEach, describe, expect, test } from "vitest";
import type { RunState } from "../../../../../core/contract/run.ts";
import { Heartbeat } from "../../../../../core/runs/heartbeat.ts";
import { ProducerEndpoint } from "../../../../../core/runs/producer-endpoint.ts";
import { producerId } from "../../../../../core/trace/ids.ts";
import { RunDesk } from "../../../../../electron/main/runs/run-desk.ts";
import type { ThreadHost, ThreadHostListener } from "../../../../../electron/main/runs/thread-host.ts";
import { UtilityChild } from "../../../../../electron/main/runs/utility-child.ts";
import { UtilityPool } from "../../../../../electron/main/runs/utility-pool.ts";
import { RestartPolicy } from "../../../../../electron/main/supervision/restart-policy.ts";
import { FakeProcess } from "../../../../support/fake-process.ts";
import { FakeProducer } from "../../../../support/fake-producer.ts";
import { ManualTime } from "../../../../support/manual-time.ts";
import { type MemoryWires, memoryWires } from "../../../../support/memory-wire.ts";
import { KeptFeed, KeptJournal } from "../../../../support/recorded.ts";

const lesson = "one-job-two-ways";
let time: ManualTime;
let feed: KeptFeed;
let states: RunState[];
let hosts: { readonly process: FakeProcess; readonly wires: MemoryWires; readonly producer: FakeProducer }[];
let pageWires: MemoryWires;
let page: ProducerEndpoint | undefined;
let pageProducer: FakeProducer;
let desk: RunDesk;

function endpoint(mode: "threads" | "coroutines", base: number, wires: MemoryWires): ProducerEndpoint {
  return new ProducerEndpoint({
    mode,
    wire: wires.near,
    producerBase: producerId(base),
    producers: 8,
    clock: { id: 0, kind: "hrtime", errorUs: 0 },
    pid: () => 7,
    now: time.now,
    patience: 500,
    kill: () => {},
  });
}

function bootHost({ onGone, onSilent, onAnswering }: ThreadHostListener): ThreadHost {
  const process = new FakeProcess();
  const wires = memoryWires();
  hosts.push({ process, wires, producer: new FakeProducer(wires, time, "threads") });
  const child = new UtilityChild({ name: "threads", process, after: time.after, force: () => {}, onGone });
  process.spawn();
  const heartbeat = new Heartbeat({ now: time.now, after: time.after, ask: () => {}, onSilent, onAnswering });
  return { child, endpoint: endpoint("threads", 16, wires), heartbeat };
}

function deliver(): void {
  while ([pageWires, ...hosts.map((host) => host.wires)].some((wires) => wires.deliver()));
}

beforeEach(() => {
  time = new ManualTime();
  feed = new KeptFeed();
  states = [];
  hosts = [];
  pageWires = memoryWires();
  pageProducer = new FakeProducer(pageWires, time, "coroutines");
  page = endpoint("coroutines", 1, pageWires);
  desk = new RunDesk({
    pool: new UtilityPool({
      boot: bootHost,
      restarts: new RestartPolicy(time.now),
      after: time.after,
      onSilence: () => {},
      onExhausted: () => {},
    }),
    now: time.now,
    page: () => page,
    runOptions: () => ({
      recording: {
        pid: 42,
        journal: new KeptJournal(),
        feed,
        createAlignment: () => ({ add: () => {}, toMain: (raw) => raw, errorUs: () => 0 }),
      },
      wallClock: () => "2026-01-01T00:00:00.000Z",
      now: time.now,
      after: time.after,
    }),
    onState: (state) => states.push(state),
  });
});

describe("the desk for runs", () => {
  test("runs both modes asked for, and takes the thread host back to use it again", () => {
    for (const value of [1, 2]) {
      expect(desk.start({ lesson, modes: ["threads", "coroutines"], parameters: {} })).toEqual({ ok: true });
      deliver();
      expect(desk.state.phase).toBe("running");
      hosts[0]?.producer.end({ how: "returned", value });
      pageProducer.end({ how: "returned", value });
      deliver();
      expect(desk.state.phase).toBe("ended");
      expect(desk.state.modes.map((mode) => mode.outcome?.value)).toEqual([value, value]);
    }
    expect(hosts).toHaveLength(1);
  });

  test("refuses a second run while one is on", () => {
    desk.start({ lesson, modes: ["coroutines"], parameters: {} });
    expect(desk.start({ lesson, modes: ["coroutines"], parameters: {} })).toMatchObject({ ok: false });
    deliver();
    expect(pageProducer.commands).toEqual(["prepare", "start"]);
  });

  test("says why it can't run coroutines without a page, or a lesson with an impossible name", () => {
    page = undefined;
    expect(desk.start({ lesson, modes: ["coroutines"], parameters: {} })).toMatchObject({ ok: false });
    expect(desk.start({ lesson: "../x", modes: ["threads"], parameters: {} })).toMatchObject({ ok: false });
    expect(states).toEqual([]);
    expect(hosts).toEqual([]);
  });

  test("has nothing to cancel or stop before a run and after it", () => {
    desk.cancel();
    desk.stop();
    desk.start({ lesson, modes: ["coroutines"], parameters: {} });
    deliver();
    pageProducer.end({ how: "returned" });
    deliver();
    desk.cancel();
    desk.stop();
    deliver();
    expect(pageProducer.commands).toEqual(["prepare", "start"]);
    expect(desk.state).toMatchObject({ phase: "ended", cancelled: false });
  });

  test("replaces a thread host whose run was stopped", () => {
    desk.start({ lesson, modes: ["threads"], parameters: {} });
    deliver();
    desk.stop();
    deliver();
    hosts[0]?.producer.bye();
    deliver();
    expect(desk.state.phase).toBe("ended");
    expect(hosts[0]?.process.calls).toEqual(["kill"]);
    expect(hosts).toHaveLength(2);
  });

  test("records the page's Cancel as received and handled when the page had recorded it as sent", () => {
    desk.start({ lesson, modes: ["coroutines"], parameters: {} });
    deliver();
    desk.cancel([producerId(1), 5]);
    deliver();
    time.advance(10);
    expect(feed.rows.filter((row) => row.startsWith("0."))).toEqual(
      expect.arrayContaining([expect.stringContaining("message.received"), expect.stringContaining("message.handled")]),
    );
    expect(desk.state.cancelled).toBe(true);
  });

  test("does not record a Cancel in the name of a producer that is not the page's, but obeys it", () => {
    desk.start({ lesson, modes: ["coroutines"], parameters: {} });
    deliver();
    desk.cancel([producerId(700), 5]);
    deliver();
    time.advance(10);
    expect(feed.rows.filter((row) => row.includes("0.") && row.includes("message.received"))).toEqual([]);
    expect(pageProducer.commands).toContain("cancel");
  });
});
