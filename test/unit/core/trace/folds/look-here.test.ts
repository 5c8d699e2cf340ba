import { expect, test } from "vitest";
import type { LookHere } from "../../../../../core/contract/look-here.ts";
import { EventRowFold } from "../../../../../core/trace/folds/event-rows.ts";
import { LookHereFold } from "../../../../../core/trace/folds/look-here.ts";
import { Code } from "../../../../../core/trace/kinds.ts";
import { TraceTable } from "../../../../../core/trace/table.ts";
import { madeUpRun } from "../../../../support/made-up-run.ts";

const moments: readonly LookHere[] = [
  { id: "seen", mode: "threads", kind: "signal.seen", lane: "Thread-1 (spin)" },
  { id: "third", mode: "threads", kind: "wait", lane: "Thread-1 (spin)", why: "sleep", nth: 2 },
  { id: "never", mode: "threads", kind: "cancel.delivered", lane: "Thread-1 (spin)" },
  { id: "other mode", mode: "coroutines", kind: "signal.seen", lane: "Thread-1 (spin)" },
];

function taken(lookFirst: boolean) {
  const table = new TraceTable();
  const fold = new LookHereFold();
  const events = new EventRowFold();
  if (lookFirst) fold.look(moments, table);
  for (const { batch } of madeUpRun()) {
    for (let row = table.append(batch); row < table.length; row++) {
      fold.row(table, row);
      events.row(table, row);
    }
  }
  if (!lookFirst) fold.look(moments, table);
  return { table, rows: fold.rows(table), events };
}

test.each([true, false])("a lesson's moments are found, whether told before the rows (%s) or after", (lookFirst) => {
  const { table, rows } = taken(lookFirst);
  const [seen = -1, third = -1, never, otherMode] = rows;
  expect(table.kind(seen)).toBe(Code.signalSeen);
  expect(table.kind(third)).toBe(Code.wait);
  let before = 0;
  for (let row = 0; row < third; row++) {
    if (table.kind(row) === Code.wait && table.lane(row) === table.lane(third)) before += 1;
  }
  expect(before).toBe(2);
  expect([never, otherMode]).toEqual([-1, -1]);
});

test("every event is found by its producer and number, and none that is not there", () => {
  const { table, events } = taken(true);
  for (let row = 0; row < table.length; row++) expect(events.of(table.producer(row), table.seq(row))).toBe(row);
  expect(events.of(table.producer(0), 4_000_000)).toBe(-1);
  expect(events.of(1_999, 0)).toBe(-1);
});
