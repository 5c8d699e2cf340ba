/**
 * How a program stands, from the two that know: the timeline's worker sees what its lanes do, main knows how it ended
 * when that was not the program's own doing.
 */
import type { ModeState } from "../../core/contract/run.ts";
import type { StateWords } from "../../core/contract/worker-protocol.ts";

/** The words of one mode: `known` as main has it (undefined outside of a run), `seen` as the worker has it. */
export function stageWords(known: ModeState | undefined, seen: StateWords | undefined): StateWords {
  // What the worker still shows is the run before.
  if (known?.phase === "preparing") return { key: "state.preparing" };
  switch (known?.outcome?.how) {
    case "stopped":
      return { key: "state.stopped" };
    case "lost":
      return { key: "state.lost" };
    case "raised":
      return { key: "state.raised", error: known.outcome.error?.split("\n", 1)[0] ?? "" };
    default:
      return seen ?? { key: known === undefined ? "state.idle" : "state.running" };
  }
}
