/**
 * An event as the recording's text form has it: one discriminated union, used at the edges (files, tests,
 * the command line). In bulk, events are rows of columns (columns.ts), never these objects.
 */
import type { EventRef, LaneId, ProducerId } from "./ids.ts";
import type { End, JoinEnd, Kind, Stream, Why } from "./kinds.ts";

/** JSON as read from a file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What each kind carries beside the stamp; fields.ts has the same as a table. */
export interface Payloads {
  "lane.created": { readonly by?: LaneId };
  "lane.started": object;
  "lane.ended": { readonly how: End; readonly value?: Json; readonly error?: string };
  ready: { readonly cause?: EventRef };
  run: { readonly cause?: EventRef };
  wait: { readonly why: Why; readonly on?: LaneId; readonly ms?: number };
  "turn.began": { readonly n: number };
  "turn.ended": { readonly n: number };
  "callback.ready": { readonly id: EventRef; readonly name: string; readonly cause?: EventRef };
  "callback.run": { readonly id: EventRef; readonly name: string };
  "callback.ended": { readonly id: EventRef; readonly name: string };
  "timer.set": { readonly id: EventRef; readonly due: number };
  "timer.fired": { readonly id: EventRef; readonly due: number };
  "timer.dropped": { readonly id: EventRef; readonly due: number };
  "future.created": { readonly future: EventRef; readonly name?: string };
  "future.settled": { readonly future: EventRef; readonly how: End };
  "cancel.requested": { readonly target: LaneId; readonly id: EventRef; readonly cause?: EventRef };
  "cancel.delivered": { readonly id?: EventRef; readonly cause?: EventRef };
  "cancel.refused": { readonly id: EventRef };
  "signal.set": { readonly id: EventRef; readonly cause?: EventRef };
  "signal.seen": { readonly id: EventRef };
  "join.began": { readonly target: LaneId };
  "join.ended": { readonly target: LaneId; readonly how: JoinEnd; readonly cause?: EventRef };
  "lock.asked": { readonly lock: LaneId; readonly cause?: EventRef };
  "lock.taken": { readonly lock: LaneId; readonly cause?: EventRef };
  "lock.freed": { readonly lock: LaneId; readonly cause?: EventRef };
  "message.sent": { readonly id: EventRef; readonly to: LaneId; readonly channel: string; readonly bytes: number };
  "message.received": {
    readonly id: EventRef;
    readonly from: LaneId;
    readonly channel: string;
    readonly bytes: number;
  };
  "message.handled": {
    readonly id: EventRef;
    readonly from: LaneId;
    readonly channel: string;
    readonly bytes?: number;
  };
  output: { readonly text: string; readonly stream?: Stream };
  line: { readonly file: string; readonly line: number };
  clock: { readonly clock: number; readonly raw: number; readonly main: number; readonly rtt: number };
  gap: { readonly from: number; readonly to: number; readonly reason: string };
}

/** What every event carries. `t` is aligned µs since the recording's origin. */
export interface Stamp {
  readonly p: ProducerId;
  readonly s: number;
  readonly t: number;
  readonly lane: LaneId;
}

/** Fields that this version does not know, kept as they came; absent when there are none. */
interface Foreign {
  readonly more?: { readonly [key: string]: Json };
}

type Known = { readonly [K in Kind]: Stamp & { readonly kind: K } & Payloads[K] & Foreign };

/** An event of a kind this version knows. */
export type TraceEvent = Known[Kind];
/** An event of one given kind. */
export type EventOf<K extends Kind> = Known[K];
/** An event of a kind this version does not know: kept whole, shown as such. */
export interface UnknownEvent extends Stamp {
  readonly kind: string;
  /** Everything but the stamp and the kind. */
  readonly fields: { readonly [key: string]: Json };
}
/** Whatever a recording may hold. */
export type AnyEvent = TraceEvent | UnknownEvent;

/** Whether this version knows the event's kind. */
export function isKnown(event: AnyEvent): event is TraceEvent {
  return !("fields" in event);
}

/**
 * The one door from a record of checked fields to the union: who calls it has filled every field that fields.ts
 * demands of the kind, each in its form, and no other.
 */
export function knownEvent(fields: Readonly<Record<string, Json | undefined>>): TraceEvent {
  return fields as unknown as TraceEvent;
}
