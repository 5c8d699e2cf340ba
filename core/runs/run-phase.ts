/**
 * The phases of a run and the legal ways between them: a table, so that an illegal one is an error and not a state
 * nobody thought of.
 */
import type { RunState } from "../contract/run.ts";

export type RunPhase = RunState["phase"];

const next: Readonly<Record<RunPhase, readonly RunPhase[]>> = {
  idle: ["preparing"],
  preparing: ["running", "stopping", "ended"],
  running: ["stopping", "ended"],
  stopping: ["ended"],
  ended: [],
};

/** `to`, if it may follow `from`. @throws Error when it may not: a fault of the caller. */
export function advance(from: RunPhase, to: RunPhase): RunPhase {
  if (!next[from].includes(to)) throw new Error(`a run that is ${from} cannot become ${to}`);
  return to;
}

/** Whether a person's Cancel or Stop means anything in this phase. */
export function canInterrupt(phase: RunPhase): boolean {
  return phase === "running";
}
