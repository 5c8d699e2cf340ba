/**
 * Which menu items mean something now: derived from the run's state, remembered nowhere.
 */
import type { RunState } from "../../../core/contract/run.ts";

export interface MenuState {
  readonly canRun: boolean;
  readonly canCancel: boolean;
  readonly canStop: boolean;
  readonly canExport: boolean;
}

/** Before a run Cancel and Stop are off, after it too; a recording can be exported once a run has begun. */
export function menuState(run: Pick<RunState, "phase">): MenuState {
  const { phase } = run;
  return {
    canRun: phase === "idle" || phase === "ended",
    canCancel: phase === "running",
    canStop: phase === "running",
    canExport: phase === "running" || phase === "stopping" || phase === "ended",
  };
}
