import { describe, expect, it } from "vitest";
import type { JournalStart } from "../../../../core/journal/journal-entry.ts";
import { RecordingBuilder, type Unended } from "../../../../core/journal/recording-builder.ts";
import type { AnyEvent } from "../../../../core/trace/event.ts";
import { noLane, producerId } from "../../../../core/trace/ids.ts";
import type { Clock, Producer } from "../../../../core/trace/producer.ts";
import { Recorder } from "../../../../core/trace/recorder.ts";
import { TaskWriter } from "../../../../core/trace/task-writer.ts";

const origin = 5_000_000_000;
const hrtime: Clock = { id: 0, kind: "hrtime", errorUs: 0 };
const performanceClock: Clock = { id: 1, kind: "performance", errorUs: 0 };

function start(clocks: readonly Clock[] = [hrtime, performanceClock]): JournalStart {
  return {
    app: "spinscope 0.1.0",
    host: {},
    lesson: "one-job-two-ways",
    modes: ["threads", "coroutines"],
    parameters: { gil: "off" },
    started: "2026-11-22T09:00:00.000Z",
    origin,
    clocks,
  };
}

function producer(id: number, clock: number): Producer {
  return { id: producerId(id), role: "coroutines", pid: id, thread: 0, epoch: 0, clock, tail: "known" };
}

/** A journal in the making: main on clock 0, the page on clock 1 with its own zero. */
function journal() {
  const builder = new RecordingBuilder();
  const main = new Recorder({ producer: producerId(0) });
  const page = new Recorder({ producer: producerId(1) });
  builder.add({ type: "start", start: start() });
  builder.add({ type: "producer", producer: producer(0, 0) });
  builder.add({ type: "producer", producer: producer(1, 1) });
  return {
    main: new TaskWriter(producerId(0), main),
    page: new TaskWriter(producerId(1), page),
    builder,
    build: (unended: Unended = "running") => {
      for (const recorder of [page, main]) for (const batch of recorder.flush()) builder.add({ type: "batch", batch });
      return builder.build(unended);
    },
  };
}

function told(events: Iterable<AnyEvent>): string[] {
  return [...events].map(({ p, s, t, kind }) => `${p}:${s} ${t} ${kind}`);
}

describe("a recording from its journal", () => {
  it("counts main's stamps from the origin, to three decimals, and declares the lanes", () => {
    const { main, build } = journal();
    const lane = main.laneCreated(origin, "process", "main", "main 1", noLane, noLane);
    main.laneEnded(origin + 1_000.123_456, lane, "returned");
    const { header, events } = build();
    expect(told(events)).toEqual(["0:0 0 lane.created", "0:1 1000.123 lane.ended"]);
    expect(header).toMatchObject({
      app: "spinscope 0.1.0",
      params: { gil: "off" },
      lanes: [{ id: lane, kind: "process", name: "main 1", runtime: "main" }],
    });
  });

  it("aligns another clock's stamps and due times by its exchanges, keeps those as they are, and states the error", () => {
    const { page, build } = journal();
    const lane = page.laneCreated(700, "loop", "coroutines", "event loop", noLane, noLane);
    page.clock(750, lane, 1, 740, 1_740, 30);
    page.timerSet(800, lane, 100_800);
    page.laneEnded(900, lane, "returned");
    const { header, events } = build();
    const list = [...events];
    expect(told(list)).toEqual([
      "1:0 1700 lane.created",
      "1:1 1750 clock",
      "1:2 1800 timer.set",
      "1:3 1900 lane.ended",
    ]);
    expect(list[1]).toMatchObject({ clock: 1, raw: 740, main: 1_740, rtt: 30 });
    expect(list[2]).toMatchObject({ due: 101_800 });
    expect(header.clocks[0]).toEqual(hrtime);
    expect(header.clocks[1]?.errorUs).toBeCloseTo(20, 1);
  });

  it("orders by time over producers", () => {
    const { main, page, build } = journal();
    const process = main.laneCreated(origin, "process", "main", "main 1", noLane, noLane);
    const loop = page.laneCreated(10, "loop", "coroutines", "event loop", noLane, noLane);
    page.clock(11, loop, 1, 10, 500, 2);
    main.laneStarted(origin + 505, process);
    page.laneEnded(20, loop, "returned");
    main.laneEnded(origin + 600, process, "returned");
    const built = build();
    expect(built.header.lanes.map(({ name }) => name)).toEqual(["main 1", "event loop"]);
    expect(told(built.events).map((line) => line.split(" ").slice(1).join(" "))).toEqual([
      "0 lane.created",
      "500 lane.created",
      "501 clock",
      "505 lane.started",
      "510 lane.ended",
      "600 lane.ended",
    ]);
  });

  it("ends the lanes of a recording that still runs as open, children first, as main's last events", () => {
    const { main, page, build } = journal();
    const process = main.laneCreated(origin, "process", "main", "main 1", noLane, noLane);
    main.laneCreated(origin + 5, "thread", "main", "Thread-1", process, process);
    page.laneCreated(1, "loop", "coroutines", "event loop", noLane, noLane);
    page.clock(2, 0, 1, 2, 4_000, 1);
    const { events, header } = build("running");
    const ends = [...events].filter(({ kind }) => kind === "lane.ended");
    expect(ends).toMatchObject([
      { p: 0, s: 2, t: 4_000, lane: 1, how: "open" },
      { p: 0, s: 3, t: 4_000, lane: 0, how: "open" },
      { p: 0, s: 4, t: 4_000, how: "open" },
    ]);
    expect(header.producers.map(({ tail }) => tail)).toEqual(["known", "known"]);
  });

  it("ends the lanes of a recording whose writer died as abandoned, and knows no producer's last number", () => {
    const { main, build } = journal();
    main.laneCreated(origin, "process", "main", "main 1", noLane, noLane);
    const { events, header } = build("died");
    expect([...events].at(-1)).toMatchObject({ kind: "lane.ended", how: "abandoned" });
    expect(header.producers.map(({ tail }) => tail)).toEqual(["unknown", "unknown"]);
  });

  it("takes tails from the journal's end, and adds nothing to a recording that has ended", () => {
    const { main, builder, build } = journal();
    main.laneCreated(origin, "process", "main", "main 1", noLane, noLane);
    const lost: Producer = { ...producer(1, 1), tail: "unknown" };
    builder.add({ type: "end", end: { clocks: [], producers: [lost], dropped: 0 } });
    const { events, header } = build("died");
    expect(told(events)).toEqual(["0:0 0 lane.created"]);
    expect(header.producers.map(({ tail }) => tail)).toEqual(["known", "unknown"]);
  });

  it("states the whole recording as the error of a clock that was never compared", () => {
    const { page, build } = journal();
    page.laneCreated(1_000, "loop", "coroutines", "event loop", noLane, noLane);
    page.laneStarted(9_000, 0);
    expect(build().header.clocks[1]?.errorUs).toBe(8_000);
  });

  it("refuses a journal without its first record", () => {
    expect(() => new RecordingBuilder().build("died")).toThrow("ends before its first record");
  });
});
