/**
 * Saves a file so that at every moment it is the old bytes or the new ones: a new file in the same folder is written
 * whole, brought to the disk, and renamed over the old one, with its mode and owner; on any error it is removed again.
 */
import type { SaveFiles } from "./save-files.ts";

/** A piece is written in one call. @throws what the file system throws; then the old file is untouched. */
export function atomicSave(files: SaveFiles, path: string, pieces: Iterable<Uint8Array>): void {
  const target = files.resolve(path);
  const draft = files.beside(target);
  const file = files.create(draft);
  let isOpen = true;
  try {
    // Before the first byte: what only its owner may read is at no moment open to others.
    files.keepAccess(file, target);
    for (const piece of pieces) writeWhole(files, file, piece);
    files.sync(file);
    isOpen = false;
    files.close(file);
    files.rename(draft, target);
  } catch (error) {
    if (isOpen) quietly(() => files.close(file));
    quietly(() => files.remove(draft));
    throw error;
  }
  files.syncFolder(target);
}

/** A nearly full disk takes a part first and only then says that it is full. */
function writeWhole(files: SaveFiles, file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const written = files.write(file, bytes, at);
    if (written <= 0) throw new Error("the disk took no more bytes");
    at += written;
  }
}

/** The first error is the one to tell; tidying up may fail for the same reason. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {}
}
