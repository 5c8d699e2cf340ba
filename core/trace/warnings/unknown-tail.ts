/**
 * Warning: a producer died without saying its last number, so its last events may be missing.
 */
import type { RecordingHeader } from "../recording.ts";
import type { Warning, WarningFold } from "./warning.ts";

export class UnknownTailWarning implements WarningFold {
  event(): void {}

  warnings({ producers }: RecordingHeader): readonly Warning[] {
    return producers
      .filter(({ tail }) => tail === "unknown")
      .map(({ id, role, pid }) => {
        return `producer ${id} (${role}, process ${pid}) died: at most its last batch is missing, and nobody can say how much`;
      });
  }
}
