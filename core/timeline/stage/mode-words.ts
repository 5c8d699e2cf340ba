/**
 * How one program stands, in one phrase: what is most worth knowing of it now. While its supervisor goes on that is what
 * the supervisor does, or a request to stop that nobody has noticed yet; once it has returned, how long the requests took
 * to be noticed. An error comes before everything, and a deadlock before what else goes on.
 */
import type { StateWords } from "../../contract/worker-protocol.ts";
import { duration, type StopsAnswered } from "../../trace/folds/stop-answers.ts";
import type { WaitCircle } from "../../trace/folds/wait-for.ts";
import { Code } from "../../trace/kinds.ts";
import type { Recording } from "../recording.ts";
import type { Workers } from "../workers.ts";
import { endOf, laneWords } from "./lane-words.ts";

/** The state of the program of these lanes. `circle`: in which its threads were at `now`. */
export function modeWords(
  recording: Recording,
  { lanes: [supervisor], askers }: Workers,
  circle: WaitCircle | undefined,
  now: number,
): StateWords {
  if (supervisor === undefined) return { key: "state.preparing" };
  const own = laneWords(recording, supervisor, now);
  const end = endOf(recording, supervisor.id, now);
  if (end !== undefined && end !== "returned") return own;
  if (end === undefined && circle !== undefined) return { key: "state.deadlock", us: now - circle.from };
  const { table } = recording;
  // What a helper cancels is its own affair, as the wait in a `waitFor` that ran out of time.
  const stops = recording.stops.of(table, askers, now);
  if (stops === undefined) return own;
  if (end === undefined) {
    if (stops.kind === "noticed") return own;
    const us = now - table.t(stops.asked);
    return { key: isSignal(recording, stops.asked) ? "state.asked" : "state.cancel-requested", us };
  }
  return stops.kind === "noticed" ? answeredWords(recording, stops, now) : own;
}

/** How long the slowest request took to be noticed; of a single cancel also whether it ended its task. */
function answeredWords(recording: Recording, { count, slowest }: StopsAnswered, now: number): StateWords {
  const { table } = recording;
  const us = duration(table, slowest);
  const signal = isSignal(recording, slowest.asked);
  if (count > 1) return { key: signal ? "state.seen-by-all" : "state.reached-all", count, us };
  if (signal) return { key: "state.seen", us };
  const cancelled = endOf(recording, table.lane(slowest.noticed), now) === "cancelled";
  return { key: cancelled ? "state.cancelled" : "state.reached", us };
}

function isSignal({ table }: Recording, asked: number): boolean {
  return table.kind(asked) === Code.signalSet;
}
