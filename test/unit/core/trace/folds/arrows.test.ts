import { expect, test } from "vitest";
import { ArrowFold } from "../../../../../core/trace/folds/arrows.ts";
import { MomentFold } from "../../../../../core/trace/folds/moments.ts";
import { SpanFold } from "../../../../../core/trace/folds/spans.ts";
import { StopRequestFold } from "../../../../../core/trace/folds/stop-requests.ts";
import { noLane, noProducer, producerId } from "../../../../../core/trace/ids.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TraceTable } from "../../../../../core/trace/table.ts";
import { TraceWriter } from "../../../../../core/trace/writer.ts";
import { type MadeUpOptions, madeUpRun } from "../../../../support/made-up-run.ts";

/** The folds of a made-up run whose producers arrive in the given order, each whole. */
function folded(options: MadeUpOptions, backwards: boolean) {
  const batches = madeUpRun(options).map(({ batch }) => batch);
  batches.sort((a, b) => (backwards ? b.producer - a.producer : a.producer - b.producer) || a.from - b.from);
  const table = new TraceTable();
  const folds = {
    arrows: new ArrowFold(),
    moments: new MomentFold(),
    spans: new SpanFold(),
    stops: new StopRequestFold(),
  };
  for (const batch of batches) {
    for (let row = table.append(batch); row < table.length; row++) {
      for (const fold of Object.values(folds)) fold.row(table, row);
    }
  }
  return { table, ...folds };
}

function arrows(options: MadeUpOptions, backwards: boolean): string[] {
  const { table, arrows } = folded(options, backwards);
  const names = new Map([...table.lanes.values()].map(({ id, name }) => [Number(id), name]));
  const told: string[] = [];
  for (const { kind, from, to, index } of arrows.groups()) {
    for (let i = 0; i < index.length; i++) {
      const took = Math.round(table.t(index.partner(i)) - index.time(i));
      told.push(`${kind} ${names.get(from)} → ${names.get(to)} at ${Math.round(index.time(i))} for ${took}`);
    }
  }
  return told.sort();
}

test("arrows are the same whichever producer arrives first", () => {
  expect(arrows({}, true)).toEqual(arrows({}, false));
  expect(arrows({}, false).map((arrow) => arrow.replace(/ at .*/, ""))).toEqual([
    "cancel Task-1 → Task-2",
    "join Thread-1 (spin) → MainThread",
    "message main process 4083 → renderer 4098",
    "message main process 4083 → utility process 4127",
    "message renderer 4098 → main process 4083",
    "message utility process 4127 → main process 4083",
    "signal MainThread → Thread-1 (spin)",
  ]);
});

test("a join's arrow starts when the joiner has begun to wait, even if the other had ended long before", () => {
  const { table, arrows } = folded({ cancelAfter: 1 }, false);
  const join = [...arrows.groups()].find(({ kind }) => kind === "join");
  const start = join?.index.time(0) ?? 0;
  expect(table.t(join?.index.row(0) ?? -1)).toBeLessThan(1_200_000);
  expect(start).toBeGreaterThan(3_000_000);
  expect(join?.longest).toBe(table.t(join?.index.partner(0) ?? -1) - start);
});

test("spans are the same whichever producer arrives first", () => {
  const told = (backwards: boolean) => {
    const { spans } = folded({}, backwards);
    return [...spans.lanes].map(([lane, own]) => {
      const starts = Array.from({ length: own.length }, (_, i) => `${own.state(i)}@${own.start(i)}`);
      return `${lane} ${starts.join(" ")} end ${own.end}`;
    });
  };
  expect(told(true).sort()).toEqual(told(false).sort());
});

test("moments stand on the lane that had them, in order of time", () => {
  const { table, moments } = folded({}, true);
  for (const { id } of table.lanes.values()) {
    const own = moments.of(id);
    for (let i = 0; i < own.length; i++) {
      expect(table.lane(own.row(i))).toBe(id);
      expect(own.time(i)).toBeLessThanOrEqual(own.time(i + 1));
    }
  }
});

test("the latest request to stop is known with what became of it", () => {
  for (const backwards of [false, true]) {
    const { table, stops } = folded({ cancelAfter: 1 }, backwards);
    for (const runtime of ["threads", "coroutines"] as const) {
      const lanes = [...table.lanes.values()].filter((lane) => lane.runtime === runtime);
      const askers = new Set(lanes.map(({ id }) => id));
      const told = stops.of(table, askers, Number.POSITIVE_INFINITY);
      if (told?.kind !== "noticed") throw new Error(`the ${runtime} were not asked, or noticed nothing`);
      const { asked, noticed } = told.slowest;
      expect(told.count).toBe(1);
      expect(table.t(asked)).toBeGreaterThan(1_000_000);
      expect(table.t(noticed)).toBeGreaterThan(table.t(asked));
      expect(table.t(noticed)).toBeLessThan(1_200_000);
      const between = stops.of(table, askers, (table.t(asked) + table.t(noticed)) / 2);
      expect(between).toEqual({ kind: "asked", asked });
      expect(stops.of(table, askers, table.t(asked) - 1)).toBeUndefined();
    }
    expect(stops.of(table, new Set(), Number.POSITIVE_INFINITY)).toBeUndefined();
  }
});

test("a request that was noticed is told before a later one that found nobody", () => {
  const recorder = new Recorder({ producer: producerId(1) });
  const writer = new TraceWriter(producerId(1), recorder);
  const thread = writer.laneCreated(0, "thread", "threads", "MainThread", noLane, noLane);
  const process = writer.laneCreated(0, "process", "threads", "utility process 1", noLane, noLane);
  const first = writer.signalSet(10, process, noProducer, 0);
  writer.signalSeen(20, thread, writer.producer, first);
  writer.signalSet(30, thread, noProducer, 0);
  const table = new TraceTable();
  const stops = new StopRequestFold();
  for (const batch of recorder.flush()) table.append(batch);
  for (let row = 0; row < table.length; row++) stops.row(table, row);
  expect(stops.of(table, new Set([thread, process]), 40)).toEqual({
    kind: "noticed",
    count: 1,
    slowest: { asked: 2, noticed: 3 },
  });
});
