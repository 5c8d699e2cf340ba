/** A recording that has ended, looked at as it stood at an earlier instant: against a replay of all its rows. */
import { expect, test } from "vitest";
import { modeStatistics } from "../../../../../core/timeline/stage/mode-statistics.ts";
import { stageOf } from "../../../../../core/timeline/stage/stage.ts";
import { Console } from "../../../../../core/trace/folds/console.ts";
import { Code } from "../../../../../core/trace/kinds.ts";
import { madeUpRun } from "../../../../support/made-up-run.ts";
import { recordingOf } from "../../../../support/timeline-look/scene-of.ts";

const recording = recordingOf(madeUpRun({ cancelAfter: 1.234 }));
const { table } = recording;
const end = recording.now(0);
const stageAt = (t: number) => stageOf(recording, t, (mode) => modeStatistics(recording, mode));

/** All rows in order of time. */
const inOrder = Array.from({ length: table.length }, (_, row) => row).toSorted((a, b) => table.t(a) - table.t(b));

test("at any instant, in any order, lines and consoles are those of a replay up to there", () => {
  const instants = Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) * (end / 60) + 13);
  for (const t of instants) {
    const lines = new Map<number, number>();
    const console = new Console();
    const ended = new Set<number>();
    for (const row of inOrder) {
      if (table.t(row) > t) break;
      const lane = [...table.lanes.values()].find(({ id }) => id === table.lane(row));
      if (table.kind(row) === Code.line) lines.set(table.lane(row), table.n(row));
      if (table.kind(row) === Code.laneEnded) ended.add(table.lane(row));
      if (table.kind(row) === Code.output && lane?.runtime === "threads") console.write(table.text(row));
    }
    const { modes } = stageAt(t);
    const threads = modes.find(({ mode }) => mode === "threads");
    expect(threads?.console).toBe(console.text);
    const expected = [...table.lanes.values()].flatMap(({ id, name, runtime }) => {
      const line = ended.has(id) ? undefined : lines.get(id);
      return line === undefined || runtime === "main" ? [] : [`${name}:${line}`];
    });
    const told = modes.flatMap(({ lines: own }) => own.map(({ lane, line }) => `${lane}:${line}`));
    expect(told.toSorted()).toEqual(expected.toSorted());
  }
});

test("states are those of then, and the stage says that it is an earlier instant", () => {
  const early = stageAt(500_000);
  expect(early.past).toBe(true);
  expect(early.at).toBe(500_000);
  expect(early.modes.map(({ state }) => state.key)).toEqual(["state.blocked-sleep", "state.sleeping"]);
  expect(stageAt(end).past).toBeUndefined();
  expect(stageAt(end).modes.map(({ state }) => state.key)).toEqual(["state.seen", "state.reached"]);
});
