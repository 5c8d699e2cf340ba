/**
 * Which source line a lane was on at an instant, of a recording that is whole.
 */
import { Code } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";
import { lineBefore } from "./line-before.ts";

/** Events after the beginning of a span that are looked at for lines within it. */
const lookedAt = 20_000;
/** Spans that are looked at: of a lane without lines none is found however far one goes back. */
const spansAtMost = 8;

/** The row of the lane's last `line` event at or before `t` (µs); undefined when there is none. */
export function lineAt(recording: Recording, lane: number, t: number): number | undefined {
  const { table, events, spans } = recording;
  const own = spans.of(lane);
  const last = own?.indexAt(t) ?? -1;
  for (let index = last; own !== undefined && index >= 0 && index > last - spansAtMost; index--) {
    const begun = own.row(index);
    let line = lineBefore(recording, begun);
    const producer = table.producer(begun);
    const seq = table.seq(begun);
    for (let ahead = 1; ahead <= lookedAt; ahead++) {
      const row = events.of(producer, seq + ahead);
      if (row < 0 || table.t(row) > t) break;
      if (table.kind(row) === Code.line && table.lane(row) === lane) line = row;
    }
    if (line >= 0) return line;
  }
  return undefined;
}
