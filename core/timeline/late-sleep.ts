/**
 * Sleeps that are over while the task still does not run: its loop has not come round to it. The recording says how long a
 * task wanted to sleep; what comes after that is not sleep.
 */
import { Code, codeOf, whys } from "../trace/kinds.ts";
import type { TraceTable } from "../trace/table.ts";
import type { Recording } from "./recording.ts";

const sleep = codeOf(whys, "sleep");

const block = codeOf(whys, "block");

/** Whether `row` began a wait that holds the thread of the task's loop. */
export function isBlock(table: TraceTable, row: number): boolean {
  return table.kind(row) === Code.wait && table.code(row) === block;
}

/** When the sleep that `row` began is over, µs; +∞ for a row that began none, or one without a length. */
export function dueAt(table: TraceTable, row: number): number {
  if (table.kind(row) !== Code.wait || table.code(row) !== sleep) return Number.POSITIVE_INFINITY;
  const due = table.t(row) + table.n(row) * 1_000;
  return Number.isNaN(due) ? Number.POSITIVE_INFINITY : due;
}

/** Whether a task held the thread of `loop` at some time between `from` and `to`, µs. `now` ends what goes on. */
export function isHeld(recording: Recording, loop: number, from: number, to: number, now: number): boolean {
  const blocks = recording.blocks.of(loop);
  const next = blocks.firstFrom(from);
  if (next < blocks.length && blocks.time(next) < to) return true;
  return next > 0 && blockEnd(recording, blocks.row(next - 1), now) > from;
}

/** When the wait that `row` began ended, µs, or `now`. */
export function blockEnd({ table, spans }: Recording, row: number, now: number): number {
  const own = spans.of(table.lane(row));
  return own === undefined ? now : own.endOf(own.indexAt(table.t(row)), now);
}
