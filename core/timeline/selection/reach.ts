/**
 * Where a selection lies: on which lane, from when to when.
 */
import type { SelectionRef } from "../../contract/timeline-selection.ts";
import type { Recording } from "../recording.ts";
import { causeOf } from "./causes.ts";
import { laneShowing, spanOf } from "./span-of.ts";

export interface Reach {
  readonly lane: number;
  /** The lane of its other end; the same but for an arrow. */
  readonly otherLane: number;
  /** µs; equal for what has no length. */
  readonly from: number;
  readonly to: number;
  /** It goes on for all that is known. */
  readonly open: boolean;
}

/** Where `ref` lies, with `now` (µs) as the end of what goes on; undefined for what is not in the recording. */
export function reachOf(recording: Recording, ref: SelectionRef | undefined, now: number): Reach | undefined {
  const { table, spans } = recording;
  if (ref === undefined) return undefined;
  if (ref.kind === "lane") {
    const own = spans.of(ref.lane);
    if (own === undefined) return undefined;
    const from = Math.min(own.start(0), now);
    const open = Number.isNaN(own.end);
    return { lane: ref.lane, otherLane: ref.lane, from, to: open ? now : own.end, open };
  }
  if (ref.row < 0 || ref.row >= table.length) return undefined;
  const t = table.t(ref.row);
  const lane = laneShowing(recording, ref.row);
  if (ref.kind === "arrow") {
    const cause = causeOf(recording, ref.row);
    if (cause < 0) return undefined;
    return { lane, otherLane: table.lane(cause), from: Math.min(t, table.t(cause)), to: t, open: false };
  }
  const span = ref.kind === "span" ? spanOf(recording, ref.row) : undefined;
  if (span === undefined) return { lane, otherLane: lane, from: t, to: t, open: false };
  const open = span.index === span.spans.length - 1 && Number.isNaN(span.spans.end);
  return { lane, otherLane: lane, from: t, to: span.spans.endOf(span.index, now), open };
}
