import { expect, test } from "vitest";
import type { Recording } from "../../../../core/timeline/recording.ts";
import { TimeScale } from "../../../../core/timeline/time-scale.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { Attention } from "../../../../renderer/timeline/worker/attention.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { recordingOf } from "../../../support/timeline-look/scene-of.ts";

const ended = recordingOf(madeUpRun());
const end = ended.now(0);
const scale = new TimeScale({ from: 0, to: 4_000_000 }, 100, 500);
const top = 24;

function rowOf(recording: Recording, kind: number): number {
  for (let row = 0; row < recording.table.length; row++) if (recording.table.kind(row) === kind) return row;
  throw new Error(`no row of kind ${kind}`);
}

test("an ended recording is seen at the pointer's instant, then at the selection's, then at its end", () => {
  const attention = new Attention();
  attention.turnTo(ended);
  expect(attention.instant(scale, top, end)).toBe(end);
  const row = rowOf(ended, Code.signalSet);
  attention.selected = { kind: "event", row };
  expect(attention.instant(scale, top, end)).toBe(ended.table.t(row));
  attention.pointer = { x: 200, y: 100 };
  expect(attention.instant(scale, top, end)).toBe(1_000_000);
  attention.pointer = undefined;
  attention.selected = undefined;
  expect(attention.instant(scale, top, end)).toBe(end);
});

test("over the names, over the overview, and left of the origin nothing is looked back at", () => {
  const attention = new Attention();
  attention.turnTo(ended);
  attention.pointer = { x: 40, y: 100 };
  expect(attention.instant(scale, top, end)).toBe(end);
  attention.pointer = { x: 200, y: 10 };
  expect(attention.instant(scale, top, end)).toBe(end);
  attention.pointer = { x: 500, y: 100 };
  expect(attention.instant(scale, top, end)).toBe(end);
});

test("a pointer that rests on the timeline, and what was selected, do not hide how a run ends", () => {
  const attention = new Attention();
  const recording = recordingOf(madeUpRun(), 1_500_000);
  attention.turnTo(recording);
  attention.pointer = { x: 150, y: 100 };
  attention.selected = { kind: "event", row: 3 };
  recording.finish(2_000_000, 0);
  expect(attention.instant(scale, top, 2_000_000)).toBe(2_000_000);
  attention.pointer = { x: 200, y: 100 };
  expect(attention.instant(scale, top, 2_000_000)).toBe(1_000_000);
});

test("a whole lane that is selected is no instant; the pointer looks back from the lanes' first pixel on", () => {
  const attention = new Attention();
  attention.turnTo(ended);
  attention.selected = { kind: "lane", lane: ended.lanes[2]?.lane.id ?? -1 };
  expect(attention.instant(scale, top, end)).toBe(end);
  attention.pointer = { x: 200, y: top };
  expect(attention.instant(scale, top, end)).toBe(1_000_000);
  attention.pointer = { x: 200, y: top - 0.5 };
  expect(attention.instant(scale, top, end)).toBe(end);
  attention.pointer = { x: scale.left, y: top + 1 };
  expect(attention.instant(scale, top, end)).toBe(0);
});
