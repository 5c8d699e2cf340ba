/**
 * In which circle of waits the threads of a program were at an instant.
 */
import type { WaitCircle } from "../../trace/folds/wait-for.ts";
import { isLaneId } from "../../trace/ids.ts";
import type { Runtime } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";

/** The circle that was closed at `now` (µs) among lanes that run that way; undefined for none. */
export function deadlockAt({ waitFor, live, table }: Recording, runtime: Runtime, now: number): WaitCircle | undefined {
  const closed = live ? waitFor.closed : waitFor.circles;
  return closed.find(({ from, until, links: [first] }) => {
    const lane = first?.waiter ?? Number.NaN;
    return from <= now && now < until && isLaneId(lane) && table.lanes.get(lane)?.runtime === runtime;
  });
}
