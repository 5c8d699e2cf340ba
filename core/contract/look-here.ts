/**
 * A moment of a lesson that is worth a look, as data: which event of a recording it is. The lesson's words say what is
 * to be seen there; the timeline finds the event and marks it. An event that a run never had has no mark.
 */
import type { Kind, Why } from "../trace/kinds.ts";
import type { Mode } from "./run.ts";

export interface LookHere {
  /** Names the moment within its lesson: its sentence is found by it. */
  readonly id: string;
  /** The moment is one of this way of running: its lane belongs to that runtime. */
  readonly mode: Mode;
  readonly kind: Kind;
  /** The name of the lane that the event is on, as the recording has it: `Thread-1 (spin)`. */
  readonly lane: string;
  /** Of a `wait`: only those that wait for this. */
  readonly why?: Why;
  /** Of a request to stop: only those that were noticed; one that finds nobody is no moment to look at. */
  readonly noticed?: true;
  /** Which of the events that fit, in order of time, counted from 0; the first when left out. */
  readonly nth?: number;
}
