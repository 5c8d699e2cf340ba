import { expect, test } from "vitest";
import { codeOf, type Kind, kinds } from "../../../../core/trace/kinds.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { drawn } from "../../../support/timeline-look/drawn.ts";
import { recordingOf } from "../../../support/timeline-look/scene-of.ts";

const recording = recordingOf(madeUpRun());

function first(kind: Kind): number {
  const { table } = recording;
  for (let row = 0; row < table.length; row++) if (table.kind(row) === codeOf(kinds, kind)) return row;
  throw new Error(`no ${kind}`);
}

const marked = (["signal.set", "signal.seen", "cancel.requested", "cancel.delivered"] as const).map((kind, place) => ({
  number: place + 1,
  row: first(kind),
}));

test("flags of one instant touch each other over the middle of their moments, each in its runtime's colour", () => {
  const { items, scene } = drawn(recording, { lookHere: marked });
  const flags = items.filter((item) => item.style === "numbered" && item.row >= 0);
  expect(flags.map(({ colour }) => colour).toSorted()).toEqual(["coroutines", "coroutines", "threads", "threads"]);
  const xs = flags.map(({ x }) => x);
  for (const [place, x] of xs.entries()) if (place > 0) expect(x - (xs[place - 1] ?? 0)).toBe(14);
  const moments = flags.map(({ row }) => scene.scale.x(scene.table.t(row)));
  const middle = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(middle(xs)).toBeCloseTo(middle(moments));
});

test("far from each other each flag stands over its own moment", () => {
  const { items, scene } = drawn(recording, {
    lookHere: [
      { number: 1, row: first("signal.set") },
      { number: 2, row: first("signal.seen") },
    ],
    view: { from: 2_990_000, to: 3_120_000 },
  });
  for (const flag of items.filter((item) => item.style === "numbered" && item.row >= 0)) {
    expect(flag.x).toBeCloseTo(scene.scale.x(scene.table.t(flag.row)));
  }
});

test("the lines to the moments are drawn before any word, the flags after", () => {
  const { items, scene } = drawn(recording, { lookHere: marked });
  const line = items.findIndex((item) => item.style === "dotted" && item.y < scene.frame.axis);
  const word = items.findIndex((item) => item.shape === "text" && item.row >= 0);
  const flag = items.findIndex((item) => item.style === "numbered");
  expect(line).toBeGreaterThanOrEqual(0);
  expect(line).toBeLessThan(word);
  expect(flag).toBeGreaterThan(word);
});
