/**
 * Who numbered a stream of events, and on which clock. One producer is one (role, pid, thread, epoch).
 */
import type { ProducerId } from "./ids.ts";

export const roles = ["main", "threads", "processes", "coroutines"] as const;
export type Role = (typeof roles)[number];

export interface Producer {
  readonly id: ProducerId;
  readonly role: Role;
  readonly pid: number;
  /** 0 for a process's host thread or page, 1 … for its worker threads. */
  readonly thread: number;
  /** Counts restarts of the same role in one recording. */
  readonly epoch: number;
  /** Id of the clock its raw stamps were read from. */
  readonly clock: number;
  /** `known`: it said its last number before it went. `unknown`: at most one batch may be missing. */
  readonly tail: "known" | "unknown";
}

export const clockKinds = ["hrtime", "performance", "virtual"] as const;
export type ClockKind = (typeof clockKinds)[number];

export interface Clock {
  readonly id: number;
  readonly kind: ClockKind;
  /** Bound on the error of an aligned stamp of this clock against main's, in µs. */
  readonly errorUs: number;
}
