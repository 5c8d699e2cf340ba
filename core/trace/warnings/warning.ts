/**
 * What deserves a look in a recording that breaks no invariant: one small fold a warning, all listed in warning-folds.ts.
 */
import type { AnyEvent } from "../event.ts";
import type { RecordingHeader } from "../recording.ts";

/** A sentence. */
export type Warning = string;

export interface WarningFold {
  event(event: AnyEvent): void;
  warnings(header: RecordingHeader): readonly Warning[];
}
