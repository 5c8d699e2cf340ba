/**
 * Opens a file as a recording to walk through once: its size is looked at before a byte is read, and it is read as a
 * stream.
 */
import type { ReadRecording } from "../../core/formats/format.ts";
import { formatOf, formats } from "../../core/formats/registry.ts";
import { UnreadableRecording } from "../../core/formats/unreadable.ts";
import { recordingPieces } from "../../electron/node/recording-pieces.ts";

/** @throws UnreadableRecording with the reason, when it is opened or later, while its events are taken. */
export function openRecording(path: string): ReadRecording {
  const [native] = formats;
  const format = formatOf(path) ?? native;
  if (format?.read === undefined) {
    throw new UnreadableRecording(`a file ending in ${format?.ending ?? ""} is written only: give the .spinscope file`);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return format.read(recordingPieces(path), (bytes) => decoder.decode(bytes));
}
