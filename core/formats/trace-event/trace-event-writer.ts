/**
 * A recording as Chrome Trace Event JSON, for Perfetto, chrome://tracing and speedscope: one record a line, written
 * in pieces from a source in order of time. Every event has one record with its number in `args`: `run` and `wait`
 * as `X` spans, all others as instants; arrows and the handling of messages are drawn besides.
 */
import { type AnyEvent, type EventOf, isKnown, type Json, type TraceEvent } from "../../trace/event.ts";
import type { LaneId } from "../../trace/ids.ts";
import type { Recording } from "../../trace/recording.ts";
import { headerLine } from "../native/header.ts";
import { type ArrowCategory, Arrows } from "./arrows.ts";
import { LaneTrack } from "./lane-track.ts";
import { Places } from "./places.ts";
import { asyncRecord, instantRecord, type Place } from "./record.ts";

/** A piece is given out once it has this many lines. */
const linesPerPiece = 512;

/** The file's text, in pieces. */
export function* writeTraceEvents(recording: Recording): Generator<string> {
  const out = new TraceEventOutput(recording);
  yield `{"otherData":${headerLine(recording.header)},"displayTimeUnit":"ms","traceEvents":[\n`;
  let first = true;
  const piece = () => {
    const text = out.lines.splice(0).join(",\n");
    const separated = first || text === "" ? text : `,\n${text}`;
    first = first && text === "";
    return separated;
  };
  for (const event of recording.events) {
    out.event(event);
    if (out.lines.length >= linesPerPiece) yield piece();
  }
  out.finish();
  yield piece();
  yield "\n]}\n";
}

class TraceEventOutput {
  /** Records that were not given out yet. */
  readonly lines: string[] = [];
  readonly #places: Places;
  readonly #tracks = new Map<LaneId, LaneTrack>();
  readonly #arrows = new Arrows((line) => this.lines.push(line));
  /** Messages received and not handled yet, by their id; the handling itself is named after the receipt. */
  readonly #handling = new Map<string, { readonly id: string; readonly channel: string; readonly place: Place }>();
  #last = 0;

  constructor({ header }: Recording) {
    this.#places = new Places(header.lanes);
    for (const line of this.#places.metadata()) this.lines.push(line);
  }

  event(event: AnyEvent): void {
    const track = this.#track(event.lane);
    this.#last = Math.max(this.#last, event.t);
    if (!isKnown(event)) {
      this.lines.push(instantRecord(event.kind, event.t, track.place, { p: event.p, s: event.s, ...event.fields }));
      return;
    }
    if (event.kind === "run") track.begin(event.t, "run", this.#places.name(event.lane), argsOf(event));
    else if (event.kind === "wait") track.begin(event.t, "wait", event.why, argsOf(event));
    else this.lines.push(instantRecord(event.kind, event.t, track.place, argsOf(event)));
    this.#remember(event, track);
    this.#arrive(event, track);
    if (event.kind === "ready" || event.kind === "lane.ended") track.end(event.t);
    this.#handle(event, track.place);
  }

  /** There are no more events: what is open ends with the last. */
  finish(): void {
    for (const track of this.#tracks.values()) track.finish(this.#last);
    for (const { id, channel, place } of this.#handling.values()) {
      this.lines.push(asyncRecord("e", channel, id, this.#last, place));
    }
  }

  #track(lane: LaneId): LaneTrack {
    const known = this.#tracks.get(lane);
    if (known !== undefined) return known;
    const { place, said } = this.#places.of(lane);
    this.lines.push(...said);
    const track = new LaneTrack(place, (line) => this.lines.push(line));
    this.#tracks.set(lane, track);
    return track;
  }

  #remember(event: TraceEvent, track: LaneTrack): void {
    const { kind, t, lane } = event;
    const start = { kind, t, lane, track, span: track.open };
    switch (kind) {
      case "message.sent":
      case "cancel.requested":
      case "signal.set":
        this.#arrows.remember([event.p, event.s], {
          ...start,
          point: track.point(t, kind.split(".")[0] ?? kind, kind),
        });
        return;
      case "line":
      case "output":
      case "wait":
        return;
      default:
        this.#arrows.remember([event.p, event.s], start);
    }
  }

  #arrive(event: TraceEvent, track: LaneTrack): void {
    const { t, kind } = event;
    switch (event.kind) {
      case "message.received":
        this.#arrows.arrive("message", event.id, track.mark(t, "message", event.channel));
        return;
      case "signal.seen":
        this.#arrows.arrive("signal", event.id, track.point(t, "signal", kind));
        return;
      case "cancel.delivered":
        if (event.id !== undefined) this.#arrows.arrive("cancel", event.id, track.point(t, "cancel", kind));
        else this.#follow("cancel", event, track);
        return;
      case "join.ended": {
        if (event.how !== "ended") return;
        const end = this.#arrows.startOf(event.cause) ?? this.#arrows.endOfLane(event.target);
        if (end !== undefined) this.#arrows.connect("join", end, track.point(t, "join", kind));
        return;
      }
      case "ready":
      case "run":
        this.#follow("wake", event, track);
        return;
    }
  }

  /** An arrow from the event's cause, where that lies on another lane and is not shown otherwise. */
  #follow(category: ArrowCategory, event: EventOf<"ready" | "run" | "cancel.delivered">, track: LaneTrack): void {
    const cause = this.#arrows.startOf(event.cause);
    if (cause === undefined || cause.lane === event.lane || cause.kind === "cancel.requested") return;
    this.#arrows.connect(category, cause, track.point(event.t, category, event.kind));
  }

  #handle(event: TraceEvent, place: Place): void {
    if (event.kind !== "message.received" && event.kind !== "message.handled") return;
    const message = event.id.join(".");
    const begun = this.#handling.get(message);
    if (begun !== undefined) this.lines.push(asyncRecord("e", begun.channel, begun.id, event.t, begun.place));
    this.#handling.delete(message);
    if (event.kind === "message.handled") return;
    const id = `${event.p}.${event.s}`;
    this.#handling.set(message, { id, channel: event.channel, place });
    this.lines.push(asyncRecord("b", event.channel, id, event.t, place));
  }
}

/** Everything but where and when. */
function argsOf(event: TraceEvent): { readonly [key: string]: Json } {
  const { t: _t, lane: _lane, kind: _kind, more, ...args } = event;
  return { ...args, ...more };
}
