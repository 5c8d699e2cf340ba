/** Going through a recording by keys, and its table. */
import { describe, expect, test } from "vitest";
import type { SelectionRef, Step } from "../../../../../core/contract/timeline-selection.ts";
import { eventTable, rowsAtMost } from "../../../../../core/timeline/selection/event-table.ts";
import { LaneStops } from "../../../../../core/timeline/selection/lane-stops.ts";
import { stepTo } from "../../../../../core/timeline/selection/step.ts";
import { Code } from "../../../../../core/trace/kinds.ts";
import { madeUpRun } from "../../../../support/made-up-run.ts";
import { sceneOf } from "../../../../support/timeline-look/scene-of.ts";

const scene = sceneOf(madeUpRun({ cancelAfter: 1.234 }), { width: 1_000, height: 480 });
const { recording, rows, table, now } = scene;
const view = { from: 0, to: now };

function go(selected: SelectionRef | undefined, ...steps: readonly Step[]): SelectionRef | undefined {
  let at = selected;
  for (const to of steps) {
    const from = { recording, rows, view, now };
    at = stepTo(at === undefined ? from : { ...from, selected: at }, to);
  }
  return at;
}

const rowOf = (ref: SelectionRef | undefined) => (ref === undefined || ref.kind === "lane" ? -1 : ref.row);
const laneNamed = (name: string) => [...table.lanes.values()].find((lane) => lane.name === name)?.id ?? -1;

describe("stops of a lane", () => {
  test("forwards and back are the same way, in order of time, for every lane", () => {
    for (const { lane } of rows) {
      const stops = new LaneStops(recording, lane.id);
      const forth: number[] = [];
      for (let row = stops.first; row >= 0; row = stops.after(row)) forth.push(row);
      const back: number[] = [];
      for (let row = stops.last; row >= 0; row = stops.before(row)) back.push(row);
      expect(back.toReversed()).toEqual(forth);
      expect([...stops.from(Number.NEGATIVE_INFINITY)]).toEqual(forth);
      const times = forth.map((row) => table.t(row));
      expect(times.toSorted((a, b) => a - b)).toEqual(times);
      expect(new Set(forth).size).toBe(forth.length);
    }
  });

  test("their number in a range is that of its rows", () => {
    for (const { lane } of rows) {
      const stops = new LaneStops(recording, lane.id);
      for (const [from, to] of [
        [0, now],
        [1_000_000, 1_300_000],
        [1_434_000, 1_434_001],
        [5e8, 6e8],
      ] as const) {
        const expected = [...stops.from(from)].filter((row) => table.t(row) <= to).length;
        expect(stops.count(from, to)).toBe(expected);
      }
    }
  });
});

describe("steps", () => {
  test("down begins with the topmost lane, and goes from lane to lane as far as there are any", () => {
    const first = go(undefined, "down");
    expect(first).toEqual({ kind: "lane", lane: rows[0]?.lane.id });
    expect(go(first, "down")).toEqual({ kind: "lane", lane: rows[1]?.lane.id });
    expect(go(first, "up")).toEqual(first);
    expect(go(undefined, "up")).toEqual({ kind: "lane", lane: rows.at(-1)?.lane.id });
  });

  test("from a lane next leads to what happened first in sight, and on from there", () => {
    const lane: SelectionRef = { kind: "lane", lane: laneNamed("MainThread") };
    const next = go(lane, "next");
    expect(table.lane(rowOf(next))).toBe(laneNamed("MainThread"));
    expect(table.t(rowOf(go(next, "next")))).toBeGreaterThanOrEqual(table.t(rowOf(next)));
    expect(go(next, "next", "previous")).toEqual(next);
  });

  test("first, last, and no further", () => {
    const lane: SelectionRef = { kind: "lane", lane: laneNamed("Task-2") };
    const last = go(lane, "last");
    expect(go(last, "next")).toEqual(last);
    expect(go(last, "first", "previous")).toEqual(go(lane, "first"));
  });

  test("up and down from an event lead to what the other lane did at that instant", () => {
    const end = go({ kind: "lane", lane: laneNamed("MainThread") }, "first", "next", "next");
    const below = go(end, "down");
    expect(table.lane(rowOf(below))).toBe(laneNamed("Thread-1 (spin)"));
  });

  test("on a lane that had ended by then they lead to its end", () => {
    const last = go({ kind: "lane", lane: laneNamed("MainThread") }, "last");
    const below = go(last, "down");
    expect(table.t(rowOf(below))).toBeLessThan(table.t(rowOf(last)));
    expect(table.lane(rowOf(below))).toBe(laneNamed("Thread-1 (spin)"));
    expect(table.kind(rowOf(below))).toBe(Code.laneEnded);
  });

  test("with nothing selected the last is the lowest lane, and the first the topmost", () => {
    expect(go(undefined, "last")).toEqual({ kind: "lane", lane: rows.at(-1)?.lane.id });
    expect(go(undefined, "first")).toEqual({ kind: "lane", lane: rows[0]?.lane.id });
  });

  test("to the cause, and nowhere where there is none", () => {
    const end = go({ kind: "lane", lane: laneNamed("MainThread") }, "last");
    let joined = end;
    while (rowOf(joined) >= 0 && table.kind(rowOf(joined)) !== Code.joinEnded) joined = go(joined, "previous");
    const cause = go(joined, "cause");
    expect(table.kind(rowOf(cause))).toBe(Code.laneEnded);
    expect(table.lane(rowOf(cause))).toBe(laneNamed("Thread-1 (spin)"));
    expect(go(cause, "cause")).toEqual(cause);
  });
});

describe("the table of the events in sight", () => {
  test("has every event of a narrow range, in order of time over all lanes", () => {
    const range = { from: 1_200_000, to: 1_500_000 };
    const { total, rows: told } = eventTable(recording, rows, range, now, "en");
    expect(told).toHaveLength(total);
    const times = told.map(({ at }) => at);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(times.every((at) => at >= range.from && at <= range.to)).toBe(true);
    expect(told.map(({ what }) => what)).toContain("saw that it was asked to stop");
  });

  test("of a range that holds more, tells the first and how many there are", () => {
    const long = sceneOf(madeUpRun({ job: 60 }), { width: 1_000, height: 480 });
    const { total, rows: told } = eventTable(long.recording, long.rows, { from: 0, to: 6e7 }, long.now, "en");
    expect(told).toHaveLength(rowsAtMost);
    expect(total).toBeGreaterThan(1_000);
  });
});
