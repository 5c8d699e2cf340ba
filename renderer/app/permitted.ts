/**
 * What a person may do now, from how the run stands and from nothing else. Cancel and Stop need a run; one Cancel is
 * enough; after the end both do nothing, and Run begins the next.
 */
import type { RunState } from "../../core/contract/run.ts";

/** From pressing Run until everything has ended. */
export function isOn(run: RunState): boolean {
  return run.phase === "preparing" || run.phase === "running" || run.phase === "stopping";
}

export interface Permitted {
  readonly run: boolean;
  readonly cancel: boolean;
  readonly stop: boolean;
  /** Choosing another mode. */
  readonly choose: boolean;
  readonly export: boolean;
}

/** The commands that have an effect in this state. */
export function permitted(run: RunState): Permitted {
  const running = run.phase === "running";
  return {
    run: !isOn(run),
    cancel: running && !run.cancelled && run.modes.some((mode) => mode.phase === "running"),
    stop: running,
    choose: !isOn(run),
    export: run.phase === "running" || run.phase === "ended",
  };
}
