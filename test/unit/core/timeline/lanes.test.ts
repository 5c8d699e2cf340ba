import { expect, test } from "vitest";
import { arrangeLanes, processOf } from "../../../../core/timeline/lanes.ts";
import { Recording } from "../../../../core/timeline/recording.ts";
import { lanesInSight } from "../../../../core/timeline/stage/lanes-in-sight.ts";
import { modeStatistics } from "../../../../core/timeline/stage/mode-statistics.ts";
import { stageOf } from "../../../../core/timeline/stage/stage.ts";
import { LaneSpans, SpanState } from "../../../../core/trace/folds/lane-spans.ts";
import { laneId } from "../../../../core/trace/ids.ts";
import type { LaneKind, Runtime } from "../../../../core/trace/kinds.ts";
import type { Lane } from "../../../../core/trace/lane.ts";
import { drawn, textsOf } from "../../../support/timeline-look/drawn.ts";

function lane(id: number, kind: LaneKind, runtime: Runtime, name: string, parent?: number): Lane {
  const base = { id: laneId(id), kind, runtime, name };
  return parent === undefined ? base : { ...base, parent: laneId(parent) };
}

function names(lanes: readonly Lane[], born: ReadonlyMap<number, number> = new Map()): string[] {
  const spans = new Map(
    lanes.map(({ id }) => {
      const own = new LaneSpans();
      own.add(born.get(id) ?? 0, SpanState.created, 0);
      return [id, own] as const;
    }),
  );
  const shown = arrangeLanes(new Map(lanes.map((each) => [each.id, each])), (id) => spans.get(laneId(id)));
  return shown.map(({ lane: { name }, level }) => `${"  ".repeat(level - 1)}${name}`);
}

test("groups stand by process in a fixed order, and in each what runs in it by kind", () => {
  const lanes = [
    lane(31, "task", "coroutines", "Task-2", 30),
    lane(32, "task", "coroutines", "Task-1", 30),
    lane(30, "loop", "coroutines", "event loop", 29),
    lane(29, "process", "coroutines", "renderer"),
    lane(50, "process", "processes", "spin"),
    lane(12, "thread", "threads", "Thread-1", 10),
    lane(11, "thread", "threads", "MainThread", 10),
    lane(13, "lock", "threads", "GIL", 10),
    lane(10, "process", "threads", "utility"),
    lane(1, "process", "main", "main"),
  ];
  const born = new Map([
    [11, 1],
    [12, 5],
    [32, 1],
    [31, 2],
  ]);
  expect(names(lanes, born)).toEqual([
    "main",
    "utility",
    "  GIL",
    "  MainThread",
    "  Thread-1",
    "renderer",
    "  event loop",
    "  Task-1",
    "  Task-2",
    "spin",
  ]);
});

test("a lane whose process is not known yet stands with its runtime", () => {
  const lanes = [lane(12, "thread", "threads", "Thread-1", 10), lane(1, "process", "main", "main")];
  expect(names(lanes)).toEqual(["main", "  Thread-1"]);
});

test("a ring of parents has no process", () => {
  const ring = [lane(1, "thread", "threads", "a", 2), lane(2, "thread", "threads", "b", 1)];
  const lanes = new Map(ring.map((each) => [each.id, each]));
  for (const each of ring) expect(processOf(each, lanes)).toBeUndefined();
});

test("the process of a runtime that no program of the recording runs in is left out; of an unknown recording none is", () => {
  const lanes = [
    lane(1, "process", "main", "main"),
    lane(10, "process", "threads", "utility"),
    lane(11, "thread", "threads", "MainThread", 10),
    lane(29, "process", "coroutines", "renderer"),
  ];
  const all = new Map(lanes.map((each) => [each.id, each]));
  const named = (modes: readonly ("threads" | "coroutines")[]) =>
    arrangeLanes(all, () => undefined, modes).map((shown) => shown.lane.name);
  expect(named(["threads"])).toEqual(["main", "utility", "MainThread"]);
  expect(named(["coroutines"])).toEqual(["main", "utility", "MainThread", "renderer"]);
  expect(named([])).toHaveLength(4);
});

test("a ring of very many parents is arranged, drawn and told like any other lanes", () => {
  const many = 150_000;
  const recording = new Recording(1, ["threads"], "ring.spinscope");
  recording.declare(Array.from({ length: many }, (_, n) => lane(n, "thread", "threads", `T-${n}`, (n + 1) % many)));
  recording.finish(0, 0);
  expect(recording.lanes).toHaveLength(many);
  expect(textsOf(drawn(recording).items)).toContainEqual(expect.stringMatching(/more lanes ↓$/));
  expect(stageOf(recording, 0, (mode) => modeStatistics(recording, mode)).modes[0]?.laneCount).toBe(many);
  expect(lanesInSight(recording, { first: 0, last: 20 }, 0)).toMatchObject({ total: many, first: 0 });
}, 60_000);
