/**
 * The lanes as they are told to those who can't see them: all of a few, of many those that are in sight, each with its place
 * among all.
 */
import type { LanesReport } from "../../contract/worker-protocol.ts";
import type { Recording } from "../recording.ts";
import { laneReports } from "./stage.ts";

/** Lanes that are told at once. */
const lanesAtMost = 64;

/** Places of lanes, counted from 0 at the top. */
export interface LaneRange {
  readonly first: number;
  readonly last: number;
}

/** The lanes at `now`, µs. `shown`: those that are in sight. */
export function lanesInSight(recording: Recording, shown: LaneRange, now: number): LanesReport {
  const { lanes } = recording;
  const total = lanes.length;
  const first = total <= lanesAtMost ? 0 : Math.min(Math.max(shown.first, 0), total - 1);
  const end = total <= lanesAtMost ? total : Math.min(shown.last + 1, first + lanesAtMost);
  return {
    total,
    first,
    lanes: laneReports(recording, lanes.slice(first, end), now),
    edges: laneReports(recording, [...lanes.slice(0, 1), ...lanes.slice(-1)], now),
  };
}
