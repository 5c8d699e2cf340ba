/**
 * What brought an event about, and what it brought about: by the cause that it names itself, by the request, message or
 * timer that its `id` names, and, where it names nothing, by what its kind implies. Rows; −1 for none.
 */
import { SpanState } from "../../trace/folds/lane-spans.ts";
import { Code, codeOf, ends, joinEnds } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";
import { spanOf } from "./span-of.ts";

const joinedToEnd = codeOf(joinEnds, "ended");
const cancelled = codeOf(ends, "cancelled");

/** The row that brought `row` about. */
export function causeOf(recording: Recording, row: number): number {
  const named = namedCause(recording, row);
  if (named >= 0) return named;
  const { table, spans } = recording;
  switch (table.kind(row)) {
    case Code.joinEnded:
      return table.code(row) === joinedToEnd ? (spans.of(table.other(row))?.endRow ?? -1) : -1;
    case Code.run:
      return runCause(recording, row);
    case Code.laneStarted:
      return spans.of(table.lane(row))?.row(0) ?? -1;
    case Code.laneCreated:
      return doingAt(recording, table.other(row), table.t(row));
    case Code.laneEnded:
      return table.code(row) === cancelled ? lastDelivery(recording, row) : -1;
    default:
      return -1;
  }
}

/** The rows that an arrow leads to from `row`, the first `most`. */
export function effectsOf({ table, arrows }: Recording, row: number, most: number): readonly number[] {
  const { leaving } = arrows.of(table.lane(row));
  const t = table.t(row);
  // Only a join may begin later than the event that it comes from: a lane's end, after which nothing else leaves it.
  const isEnd = table.kind(row) === Code.laneEnded;
  const found: number[] = [];
  for (let at = leaving.firstFrom(t); at < leaving.length && (isEnd || leaving.time(at) <= t); at++) {
    if (found.length >= most) return found;
    if (leaving.row(at) === row) found.push(leaving.partner(at));
  }
  return found;
}

/** By the two references that an event may carry. */
function namedCause({ table, events }: Recording, row: number): number {
  if (table.causeProducer(row) >= 0) {
    const cause = events.of(table.causeProducer(row), table.causeSeq(row));
    if (cause >= 0) return cause;
  }
  if (table.idProducer(row) < 0) return -1;
  const first = events.of(table.idProducer(row), table.idSeq(row));
  return first === row ? -1 : first;
}

/** A run goes on because its lane was made ready, or because what it waited for came at that instant. */
function runCause(recording: Recording, row: number): number {
  const { table, moments } = recording;
  const found = spanOf(recording, row);
  if (found === undefined) return -1;
  const before = found.index - 1;
  const state = found.spans.state(before);
  if (before >= 0 && (state === SpanState.ready || state === SpanState.started)) {
    const ready = found.spans.row(before);
    const woken = namedCause(recording, ready);
    return woken >= 0 ? woken : ready;
  }
  const t = table.t(row);
  const own = moments.of(found.lane);
  for (let at = own.firstFrom(t); own.time(at) === t; at++) {
    if (table.kind(own.row(at)) === Code.joinEnded) return causeOf(recording, own.row(at));
  }
  return -1;
}

/** What a lane did at `t` (µs). */
function doingAt({ spans }: Recording, lane: number, t: number): number {
  const own = spans.of(lane);
  return own === undefined ? -1 : own.row(Math.max(0, own.indexAt(t)));
}

function lastDelivery({ table, moments }: Recording, row: number): number {
  const own = moments.of(table.lane(row));
  const t = table.t(row);
  for (let at = own.firstFrom(t + 1) - 1; at >= 0; at--) {
    const moment = own.row(at);
    if (table.t(moment) <= t && table.kind(moment) === Code.cancelDelivered) return moment;
  }
  return -1;
}
