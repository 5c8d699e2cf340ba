/**
 * From a journal to a file somebody can keep. Reads and writes synchronously: to be called in a worker thread, so
 * that main goes on.
 */
import { saveRecording } from "../../../core/formats/save/save-recording.ts";
import { recordingFromJournal } from "../../../core/journal/recording-from-journal.ts";
import { filePieces } from "../../node/file-pieces.ts";
import { nodeSaveFiles } from "../../node/node-save-files.ts";

/**
 * Writes the recording in `journal`, which may still grow, to `target` in the format that its ending names. Rejects
 * with an Error that says why not; the file is then what it was before.
 */
export async function exportRecording(journal: string, target: string): Promise<void> {
  const { recording } = recordingFromJournal(filePieces(journal), "running");
  saveRecording(nodeSaveFiles, target, recording, (text) => Buffer.from(text));
}
