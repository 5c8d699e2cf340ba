/**
 * What can be selected on the timeline, and what the page is told about it: what, when, how long, why, what brought it
 * about. Texts are in the timeline's language. Instants in µs since the recording's origin, lengths in µs.
 */
import type { LaneKind, Runtime } from "../trace/kinds.ts";

/** Names something on the timeline. `row`: of the recording as the worker holds it, good as long as it is shown. */
export type SelectionRef =
  | { readonly kind: "event"; readonly row: number }
  /** What a lane did from that row on, until it did something else. */
  | { readonly kind: "span"; readonly row: number }
  /** An arrow, by the event it leads to. */
  | { readonly kind: "arrow"; readonly row: number }
  | { readonly kind: "lane"; readonly lane: number };

/**
 * Where a step leads: along the lane to what happened before or after, first or last on it; to the lane above or below
 * at the same instant; to what brought the selection about.
 */
export type Step = "previous" | "next" | "first" | "last" | "up" | "down" | "cause";

/** All that there is to say of one selection. */
export interface Details {
  readonly ref: SelectionRef;
  /** In a few words: `blocked in sleep 3 s`. Of a lane: its name. */
  readonly what: string;
  readonly lane: string;
  readonly laneKind: LaneKind;
  readonly runtime: Runtime;
  readonly at: number;
  /** How long it took; absent for what has no length. */
  readonly lasts?: number;
  /** It still went on when the recording was last heard of. */
  readonly open: boolean;
  /** Why it is so, as a sentence. */
  readonly why?: string;
  readonly causedBy?: Related;
  /** What it brought about, at most a handful. */
  readonly leadsTo: readonly Related[];
  /** Anything else, in words and numbers, in the order in which it is shown. */
  readonly facts: readonly Fact[];
}

/** Something that the selection is connected with, and can be gone to. */
export interface Related {
  readonly ref: SelectionRef;
  readonly what: string;
  readonly lane: string;
  readonly runtime: Runtime;
  readonly at: number;
  /** From the cause to its effect. */
  readonly apart: number;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A moment of the lesson that the recording has. */
export interface FoundMoment {
  /** The `LookHere`'s. */
  readonly id: string;
  /** As it stands on the timeline: 1, 2, …: its place among the lesson's moments. */
  readonly number: number;
  readonly ref: SelectionRef;
  readonly lane: string;
  readonly at: number;
}

/** The first events of the visible range, in order of time. */
export interface EventTable {
  readonly from: number;
  readonly to: number;
  /** How many there are in the range; more than `rows` where it shows too many. */
  readonly total: number;
  readonly rows: readonly EventRow[];
}

export interface EventRow {
  readonly ref: SelectionRef;
  readonly at: number;
  readonly lane: string;
  readonly runtime: Runtime;
  readonly what: string;
  readonly lasts?: number;
}
