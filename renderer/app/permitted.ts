/**
 * What a person may do now, from how the run stands, what is shown, and from nothing else. Cancel and Stop need a run;
 * one Cancel is enough; after the end both do nothing, and Run begins the next.
 */
import type { RecordingState } from "../../core/contract/recording-state.ts";
import type { RunState } from "../../core/contract/run.ts";

/** From pressing Run until everything has ended. */
export function isOn(run: RunState): boolean {
  return run.phase === "preparing" || run.phase === "running" || run.phase === "stopping";
}

export interface Permitted {
  readonly run: boolean;
  readonly cancel: boolean;
  readonly stop: boolean;
  /** Choosing another mode or lesson. */
  readonly choose: boolean;
  /** Opening a file. */
  readonly open: boolean;
  readonly export: boolean;
  /** Going to the recording a step back, or forth again. */
  readonly earlier: boolean;
}

/** The commands that have an effect in this state. */
export function permitted(run: RunState, recording: RecordingState): Permitted {
  const on = isOn(run);
  const running = run.phase === "running";
  return {
    run: !on,
    cancel: running && !run.cancelled && run.modes.some((mode) => mode.phase === "running"),
    stop: running,
    choose: !on,
    open: !on && recording.opening === null,
    export: running || run.phase === "ended" || (!on && recording.shown !== null),
    earlier: !on && recording.earlier !== "none",
  };
}
