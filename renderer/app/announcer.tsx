/** Tells who cannot see the window what has changed: that a run began, was cancelled, has ended, and no more than that. */
import type { ModeState, RunState } from "../../core/contract/run.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

export function Announcer({ state }: { readonly state: PageState }) {
  return (
    <p class="unseen" role="status">
      {announcement(state.run.value)}
    </p>
  );
}

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
