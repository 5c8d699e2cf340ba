/**
 * How one program stands, in one phrase: what is most worth knowing of it now. A request to stop comes before what the
 * supervisor does, an error before everything.
 */
import type { StateWords } from "../../contract/worker-protocol.ts";
import { Code, type Runtime } from "../../trace/kinds.ts";
import type { Lane } from "../../trace/lane.ts";
import type { Recording } from "../recording.ts";
import { endOf, laneWords } from "./lane-words.ts";

/** The state of the program that runs that way. `lanes`: its threads or tasks, the supervisor first. */
export function modeWords(recording: Recording, runtime: Runtime, lanes: readonly Lane[], now: number): StateWords {
  const [supervisor] = lanes;
  if (supervisor === undefined) return { key: "state.preparing" };
  const own = laneWords(recording, supervisor, now);
  const end = endOf(recording, supervisor.id, now);
  if (end !== undefined && end !== "returned") return own;
  return requestWords(recording, runtime, now, end !== undefined) ?? own;
}

/** What became of the latest request to stop; undefined when there was none, or it came to nothing before the end. */
function requestWords(recording: Recording, runtime: Runtime, now: number, ended: boolean): StateWords | undefined {
  const { table } = recording;
  const request = recording.stops.of(table, runtime);
  if (request === undefined) return undefined;
  const asked = table.t(request.asked);
  if (asked > now) return undefined;
  const signal = table.kind(request.asked) === Code.signalSet;
  if (request.noticed >= 0 && table.t(request.noticed) <= now) {
    return { key: signal ? "state.seen" : "state.cancelled", us: table.t(request.noticed) - asked };
  }
  return ended ? undefined : { key: signal ? "state.asked" : "state.cancel-requested", us: Math.max(0, now - asked) };
}
