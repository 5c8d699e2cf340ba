/**
 * From a journal or an opened file to a file somebody can keep. Reads and writes synchronously: to be called in a worker
 * thread, so that main goes on.
 */
import { NativeRecording } from "../../../core/formats/native/native-recording.ts";
import type { SaveFiles } from "../../../core/formats/save/save-files.ts";
import { saveRecording } from "../../../core/formats/save/save-recording.ts";
import { type JournalLoss, recordingFromJournal } from "../../../core/journal/recording-from-journal.ts";
import type { Recording } from "../../../core/trace/recording.ts";
import { filePieces } from "../../node/file-pieces.ts";
import { nodeSaveFiles } from "../../node/node-save-files.ts";
import { recordingPieces } from "../../node/recording-pieces.ts";
import type { ExportFrom } from "./export-from.ts";

/**
 * Writes the recording in `from` to `target` in the format that its ending names. Returns what of it could not be read back,
 * and is not in the target. @throws Error that says why not; the target is then what it was before.
 */
export function exportRecording(
  from: ExportFrom,
  target: string,
  files: SaveFiles = nodeSaveFiles,
): JournalLoss | undefined {
  const save = (recording: Recording) => saveRecording(files, target, recording, (text) => Buffer.from(text));
  if (from.kind === "file") {
    save(fileRecording(from));
    return undefined;
  }
  const read = recordingFromJournal(filePieces(from.path), "running", from.committed);
  save(read.recording);
  return read.kind === "damaged" ? read.loss : undefined;
}

function fileRecording(from: Extract<ExportFrom, { kind: "file" }>): Recording {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const pieces = recordingPieces(from.path, {
    onRead: (_read, { size, mtimeMs }) => {
      if (size === from.size && mtimeMs === from.modified) return;
      throw new Error(`"${from.path}" was changed after it was opened: open it again`);
    },
  });
  return new NativeRecording(pieces, (bytes) => decoder.decode(bytes));
}
