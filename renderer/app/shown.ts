/**
 * Which recording the window shows: that of the run while one is on, else what main last said is shown, an opened file
 * or the recording a step back among them.
 */
import type { RecordingState } from "../../core/contract/recording-state.ts";
import type { ModeState, RunState } from "../../core/contract/run.ts";
import { isOn } from "./permitted.ts";

export interface Shown {
  /** May be none that this version has: a file says what it likes. */
  readonly lesson: string;
  /** How each mode's program stands or ended, in the order shown. */
  readonly modes: readonly ModeState[];
  /** Of an opened file: its name, and what is missing of it, as a sentence. */
  readonly file?: { readonly name: string; readonly cut?: string };
  /** Of one whose app had died. */
  readonly recovered?: true;
}

/** What is shown, from the run and from what main says of recordings. */
export function shownOf(run: RunState, { shown }: RecordingState): Shown {
  return shown === null || isOn(run) ? run : shown;
}

/** Before the first run and the first opened file. */
export const nothingShown: RecordingState = { shown: null, earlier: "none", opening: null };
