/** What of a run is worth saying aloud, to who cannot see the window. */
import type { ModeState, RunState } from "../../core/contract/run.ts";
import { text } from "./language.ts";

/** The one sentence that a run's state is worth saying aloud; "" for a state that is not. */
export function announcement(run: RunState): string {
  switch (run.phase) {
    case "running":
      return run.cancelled
        ? text("announce.cancelled")
        : text("announce.running", { modes: run.modes.map(({ mode }) => text(`mode.${mode}`)).join(", ") });
    case "ended":
      return text("announce.ended", { results: run.modes.map(resultText).join(" ") });
    default:
      return "";
  }
}

function resultText({ mode, outcome }: ModeState): string {
  return text("announce.result", { mode: text(`mode.${mode}`), outcome: outcomeText(outcome) });
}

function outcomeText(outcome: ModeState["outcome"]): string {
  switch (outcome?.how) {
    case "returned":
      return text("state.returned", { value: JSON.stringify(outcome.value ?? null) });
    case "raised":
      return text("state.raised", { error: outcome.error ?? "" });
    case "stopped":
      return text("state.stopped");
    case "lost":
      return text("state.lost");
    case undefined:
      return text("state.ended");
  }
}
