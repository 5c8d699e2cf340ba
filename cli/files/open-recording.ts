/**
 * Opens a file as a recording to walk through once: its size is looked at before a byte is read, and it is read as a
 * stream.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import type { ReadRecording } from "../../core/formats/format.ts";
import { formatOf, formats } from "../../core/formats/registry.ts";
import { UnreadableRecording } from "../../core/formats/unreadable.ts";

const largest = 2 * 2 ** 30;
const pieceBytes = 1_048_576;

/** @throws UnreadableRecording with the reason, when it is opened or later, while its events are taken. */
export function openRecording(path: string): ReadRecording {
  const [native] = formats;
  const format = formatOf(path) ?? native;
  if (format?.read === undefined) {
    throw new UnreadableRecording(`a file ending in ${format?.ending ?? ""} is written only: give the .spinscope file`);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return format.read(pieces(path), (bytes) => decoder.decode(bytes));
}

function* pieces(path: string): Generator<Uint8Array> {
  const file = opened(path);
  try {
    refuseWhatIsNoFile(fstatSync(file));
    const buffer = new Uint8Array(pieceBytes);
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) yield buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

/** A pipe without a writer would hold up a plain open. */
function opened(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new UnreadableRecording(`it can't be opened (${error instanceof Error ? error.message : String(error)})`);
  }
}

function refuseWhatIsNoFile(stats: Stats): void {
  if (stats.isDirectory()) throw new UnreadableRecording("it is a folder");
  if (!stats.isFile()) throw new UnreadableRecording("it is no regular file");
  if (stats.size > largest) {
    throw new UnreadableRecording(`it has ${stats.size} bytes, and the largest that is read has ${largest}`);
  }
}
