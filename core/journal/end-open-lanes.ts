/**
 * Gives every lane that was created and has not ended its one end, at the recording's last instant, as main would
 * have written it: children before their parents, numbered after main's own last event.
 */
import { rowOfEvent } from "../trace/encode.ts";
import { knownEvent } from "../trace/event.ts";
import { OpenLaneFold } from "../trace/folds/open-lanes.ts";
import { type LaneId, laneId } from "../trace/ids.ts";
import { Code, type End } from "../trace/kinds.ts";
import type { TraceTable } from "../trace/table.ts";

/** Main's producer id. */
const main = 0;

export function endOpenLanes(table: TraceTable, howOf: (lane: LaneId) => End): void {
  const open = new OpenLaneFold();
  let last = 0;
  let next = 0;
  for (let row = 0; row < table.length; row++) {
    open.row(table, row);
    last = Math.max(last, table.t(row));
    if (table.producer(row) === main) next = Math.max(next, lastNumber(table, row) + 1);
  }
  for (const lane of [...open.lanes].reverse()) {
    table.add(
      rowOfEvent(knownEvent({ p: main, s: next++, t: last, lane, kind: "lane.ended", how: howOf(laneId(lane)) })),
    );
  }
}

function lastNumber(table: TraceTable, row: number): number {
  return table.kind(row) === Code.gap ? table.n(row) : table.seq(row);
}
