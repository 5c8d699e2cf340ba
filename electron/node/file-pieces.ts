/**
 * A file's bytes, piece by piece, each valid until the next one is asked for.
 */
import { closeSync, openSync, readSync } from "node:fs";

const pieceBytes = 1_048_576;

/** @throws when the file can't be opened or read. */
export function* filePieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const buffer = new Uint8Array(pieceBytes);
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) yield buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}
