/**
 * Writes one journal to every file asked for, each in the format that its ending names. One that fails does not
 * stop the others.
 */
import { saveRecording } from "../../core/formats/save/save-recording.ts";
import { recordingFromJournal } from "../../core/journal/recording-from-journal.ts";
import { filePieces } from "../../electron/node/file-pieces.ts";
import { nodeSaveFiles } from "../../electron/node/node-save-files.ts";
import { whyNotSaved } from "../../electron/node/why-not-saved.ts";

export interface ExportedFiles {
  readonly written: readonly string[];
  /** A sentence for each file that was not written. */
  readonly problems: readonly string[];
}

export async function exportAll(journal: string, paths: readonly string[]): Promise<ExportedFiles> {
  const written: string[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    try {
      const { recording } = recordingFromJournal(filePieces(journal), "running");
      saveRecording(nodeSaveFiles, path, recording, (text) => Buffer.from(text));
      written.push(path);
    } catch (error) {
      problems.push(`${path} was not written: ${whyNotSaved(error)}`);
    }
  }
  return { written, problems };
}
