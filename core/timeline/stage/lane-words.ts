/**
 * What one lane does now, as a key of the texts and what to put in it.
 */
import type { StateWords } from "../../contract/worker-protocol.ts";
import { SpanState } from "../../trace/folds/lane-spans.ts";
import { type End, ends, type LaneKind, type Why, whys } from "../../trace/kinds.ts";
import type { Lane } from "../../trace/lane.ts";
import { resultOf } from "../lane-end.ts";
import type { Recording } from "../recording.ts";
import { laneName } from "../scene.ts";

/** How the lane had ended by `now`, µs; undefined while it is open. */
export function endOf(recording: Recording, lane: number, now: number): End | undefined {
  const spans = recording.spans.of(lane);
  if (spans === undefined || spans.endRow < 0 || spans.end > now) return undefined;
  return ends[recording.table.code(spans.endRow)];
}

/** The state of a lane: how it ended, or what it does at `now`, µs. */
export function laneWords(recording: Recording, lane: Lane, now: number): StateWords {
  const spans = recording.spans.of(lane.id);
  if (spans === undefined) return { key: "state.preparing" };
  if (spans.endRow >= 0 && spans.end <= now) return endWords(recording, spans.endRow);
  const index = spans.indexAt(now);
  if (index < 0) return { key: "state.preparing" };
  switch (spans.state(index)) {
    case SpanState.running:
      return { key: "state.running" };
    case SpanState.waiting:
      return waitWords(recording, lane.kind, spans.row(index));
    case SpanState.idle:
    case SpanState.ready:
    case SpanState.started:
      return { key: "state.ready" };
    default:
      return { key: lane.kind === "process" ? "state.running" : "state.preparing" };
  }
}

function endWords({ table }: Recording, row: number): StateWords {
  const { value, error } = resultOf(table.text(row));
  switch (ends[table.code(row)]) {
    case "returned":
      return value === undefined ? { key: "state.ended" } : { key: "state.returned", value };
    case "raised":
      return { key: "state.raised", error: error ?? "" };
    default:
      return { key: "state.ended" };
  }
}

function waitWords({ table }: Recording, kind: LaneKind, row: number): StateWords {
  const why: Why | undefined = whys[table.code(row)];
  const other = table.other(row);
  const on = other === -1 ? undefined : laneName(table, other);
  const blocks = kind === "thread";
  switch (why) {
    case "sleep":
      return { key: blocks ? "state.blocked-sleep" : "state.sleeping" };
    case "join":
      if (on === undefined) return { key: "state.awaiting-future" };
      return { key: blocks ? "state.blocked-join" : "state.awaiting", lane: on };
    case "lock":
      return { key: "state.blocked-lock", lock: on ?? "" };
    case "gil":
      return { key: "state.waiting-gil" };
    case "message":
      return { key: "state.waiting-message" };
    case "io":
      return { key: "state.waiting-io" };
    case "block":
      return { key: "state.blocking-loop" };
    default:
      return on === undefined ? { key: "state.awaiting-future" } : { key: "state.awaiting", lane: on };
  }
}
