/**
 * Writes one journal to every file asked for, each in the format that its ending names. One that fails does not
 * stop the others.
 */
import { saveRecording } from "../../core/formats/save/save-recording.ts";
import type { Committed } from "../../core/journal/committed.ts";
import { type JournalLoss, recordingFromJournal } from "../../core/journal/recording-from-journal.ts";
import { filePieces } from "../../electron/node/file-pieces.ts";
import { nodeSaveFiles } from "../../electron/node/node-save-files.ts";
import { whyNotSaved } from "../../electron/node/why-not-saved.ts";

export interface ExportedFiles {
  readonly written: readonly string[];
  /** A sentence for each file that was not written, or not whole. */
  readonly problems: readonly string[];
}

export async function exportAll(
  journal: string,
  committed: Committed,
  paths: readonly string[],
): Promise<ExportedFiles> {
  const written: string[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    try {
      const read = recordingFromJournal(filePieces(journal), "running", committed);
      saveRecording(nodeSaveFiles, path, read.recording, (text) => Buffer.from(text));
      written.push(path);
      if (read.kind === "damaged") problems.push(lossOf(path, read.loss));
    } catch (error) {
      problems.push(`${path} was not written: ${whyNotSaved(error)}`);
    }
  }
  return { written, problems };
}

function lossOf(path: string, { events, of, damage }: JournalLoss): string {
  return `${path} lacks ${events} of ${of} events: the temporary journal was damaged on the disk (${damage.reason}). The file says where.`;
}
