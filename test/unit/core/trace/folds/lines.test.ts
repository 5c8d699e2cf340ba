import { expect, test } from "vitest";
import { LineFold } from "../../../../../core/trace/folds/lines.ts";
import { MadeUpRecording } from "../made-up-recording.ts";

/** Lane 1 is at lines 9, 8 and 10 at the times given, in that order of arrival; lane 2 at line 3. */
function folded(times: readonly [number, number, number]) {
  const made = new MadeUpRecording();
  for (const [place, line] of [9, 8, 10].entries()) {
    made.say(place, times[place] ?? 0, 1, "line", { file: "spinner.ts", line });
  }
  made.say(0, 20, 2, "line", { file: "spinner.ts", line: 3 });
  made.say(0, 25, 1, "run");
  const { table } = made;
  const lines = new LineFold();
  for (let row = 0; row < table.length; row++) lines.row(table, row);
  const line = (row: number | undefined) => (row === undefined ? undefined : table.n(row));
  return {
    first: (lane: number) => line(lines.first(lane)),
    last: (lane: number) => line(lines.of(lane)),
    at: (lane: number, t: number) => line(lines.at(table, lane, t)),
    before: (row: number) => line(lines.before(table, row)),
    size: lines.size,
  };
}

test("a lane's line is its latest in time, whatever came last", () => {
  const { first, last, size } = folded([20, 10, 30]);
  expect([first(1), last(1)]).toEqual([8, 10]);
  expect(last(2)).toBe(3);
  expect(last(3)).toBeUndefined();
  expect(size).toBe(2);
});

test("at any instant it is the last one up to then, that instant included", () => {
  const { at } = folded([20, 10, 30]);
  expect([9.9, 10, 19.9, 20, 29, 30, 1e9].map((t) => at(1, t))).toEqual([undefined, 8, 8, 9, 9, 10, 10]);
  expect(at(3, 20)).toBeUndefined();
});

test("of lines at one instant the one that came last counts; before an event only those that came before it", () => {
  const { at, last, before } = folded([20, 20, 20]);
  expect([at(1, 20), last(1), at(1, 19)]).toEqual([10, 10, undefined]);
  expect([0, 1, 2, 4].map(before)).toEqual([9, 8, 10, 10]);
});

test("so many lines that columns grow are all found", () => {
  const made = new MadeUpRecording();
  for (let n = 0; n < 1_000; n++) made.say(0, n, 1, "line", { file: "spinner.ts", line: n });
  const lines = new LineFold();
  for (let row = 0; row < made.table.length; row++) lines.row(made.table, row);
  for (const t of [0, 1, 499, 998, 999]) expect(made.table.n(lines.at(made.table, 1, t + 0.5) ?? -1)).toBe(t);
});
