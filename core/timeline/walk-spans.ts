/**
 * Goes through the spans of a lane that are in sight, and merges what is narrower than can be drawn. Its cost is that
 * of the pixels, times log n, however long the recording is: what lies within one drawn column is summed up by the
 * spans' own sums and jumped over.
 * Invariants: each run in sight is drawn; a run narrower than `narrowest` is widened to it; where such columns crowd, each
 * says what share of its time was spent running.
 */
import type { LaneSpans } from "../trace/folds/lane-spans.ts";
import type { TimeScale } from "./time-scale.ts";

/** The narrowest thing drawn, px. */
export const narrowest = 2;

export interface SpanVisitor {
  /** Span `index` by itself, from `x0` to `x1` px. */
  span(index: number, x0: number, x1: number): void;
  /** One run, or several, from span `index` on, too narrow to be drawn to scale. `share` of the time it ran: 0 … 1. */
  narrow(index: number, x0: number, x1: number, share: number): void;
}

/** Visits from left to right. `now` (µs) ends what still goes on. */
export function walkSpans(spans: LaneSpans, scale: TimeScale, now: number, visitor: SpanVisitor): void {
  const end = Math.min(scale.to, Number.isNaN(spans.end) ? now : spans.end);
  let drawn = scale.left;
  let index = Math.max(0, spans.indexAt(scale.from));
  while (index < spans.length && spans.start(index) < end) {
    const x0 = Math.max(drawn, scale.x(spans.start(index)));
    const x1 = scale.x(Math.min(spans.endOf(index, now), end));
    if (x1 - x0 >= narrowest) {
      visitor.span(index, x0, x1);
      drawn = x1;
      index += 1;
      continue;
    }
    const until = scale.time(x0 + narrowest);
    const next = Math.max(index + 1, spans.firstAfter(until));
    // What the column holds, without the span that reaches past it: that one is looked at next, by itself.
    const reach = Math.min(spans.endOf(next - 1, now), end);
    const beyond = reach > until && next - 1 > index ? next - 1 : next;
    const runs = spans.runsBefore(beyond) - spans.runsBefore(index);
    if (runs > 0) {
      const alone = scale.x(reach) - x0 >= 2 * narrowest || (beyond === next && runs === 1);
      visitor.narrow(index, x0, x0 + narrowest, alone ? 1 : share(spans, index, scale.time(x0), next - 1, until, now));
      drawn = x0 + narrowest;
    }
    index = beyond;
  }
}

/** The part of `from` … `to` (µs), which lie in the spans `first` and `last`, that was spent running. */
function share(spans: LaneSpans, first: number, from: number, last: number, to: number, now: number): number {
  const busy = spans.busyWithin(last, to, now) - spans.busyWithin(first, from, now);
  return Math.min(1, Math.max(0, busy / (to - from)));
}
