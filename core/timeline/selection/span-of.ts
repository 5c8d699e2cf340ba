/**
 * From a row to the span that it began, and to what can be selected by it.
 */
import type { SelectionRef } from "../../contract/timeline-selection.ts";
import type { LaneSpans } from "../../trace/folds/lane-spans.ts";
import { Code } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";

export interface FoundSpan {
  readonly lane: number;
  readonly spans: LaneSpans;
  readonly index: number;
}

/** The lane on which a row is shown: for a lock's events the lock's own. */
export function laneShowing({ table }: Recording, row: number): number {
  const kind = table.kind(row);
  return kind === Code.lockTaken || kind === Code.lockFreed ? table.other(row) : table.lane(row);
}

/** The span that a row began; undefined for a row that began none. */
export function spanOf(recording: Recording, row: number): FoundSpan | undefined {
  const lane = laneShowing(recording, row);
  const spans = recording.spans.of(lane);
  if (spans === undefined) return undefined;
  const t = recording.table.t(row);
  for (let index = spans.indexAt(t); index >= 0 && spans.start(index) === t; index--) {
    if (spans.row(index) === row) return { lane, spans, index };
  }
  return undefined;
}

/** What a row is selected as: the span that it began, or the event itself. */
export function refOf(recording: Recording, row: number): SelectionRef {
  return { kind: spanOf(recording, row) === undefined ? "event" : "span", row };
}
