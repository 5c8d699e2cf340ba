/**
 * Writes a recording to a file, in the format that the file's ending names, atomically.
 */
import type { Recording } from "../../trace/recording.ts";
import { formatOf, unknownEnding } from "../registry.ts";
import { atomicSave } from "./atomic-save.ts";
import type { SaveFiles } from "./save-files.ts";

/** `encode` gives UTF-8. @throws Error for an unknown ending, and what reading and the file system throw. */
export function saveRecording(
  files: SaveFiles,
  path: string,
  recording: Recording,
  encode: (text: string) => Uint8Array,
): void {
  const format = formatOf(path);
  if (format === undefined) throw new Error(unknownEnding(path));
  atomicSave(files, path, encoded(format.write(recording), encode));
}

function* encoded(pieces: Iterable<string>, encode: (text: string) => Uint8Array): Generator<Uint8Array> {
  for (const piece of pieces) yield encode(piece);
}
