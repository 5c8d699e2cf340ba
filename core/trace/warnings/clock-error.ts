/**
 * Warning: two clocks are compared so badly that arrows between them say little.
 */
import type { RecordingHeader } from "../recording.ts";
import type { Warning, WarningFold } from "./warning.ts";

/** µs. */
const tolerable = 1_000;

export class ClockErrorWarning implements WarningFold {
  event(): void {}

  warnings({ clocks }: RecordingHeader): readonly Warning[] {
    return clocks
      .filter(({ errorUs }) => errorUs > tolerable)
      .map(({ id, kind, errorUs }) => {
        return `clock ${id} (${kind}) may be off by ${(errorUs / 1_000).toFixed(1)} ms: don't trust shorter distances between processes`;
      });
  }
}
