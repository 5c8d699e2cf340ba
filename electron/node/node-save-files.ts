/**
 * The file system as atomicSave needs it, in Node's synchronous calls.
 */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { resolve as absolute, dirname } from "node:path";
import type { SaveFiles } from "../../core/formats/save/save-files.ts";
import { draftBeside, sweepDrafts } from "./drafts.ts";

export const nodeSaveFiles: SaveFiles = {
  resolve,
  beside: draftBeside,
  create: (path) => {
    sweepDrafts(dirname(path));
    return openSync(path, "wx");
  },
  keepAccess,
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  syncFolder: (path) => {
    // Windows can't open a folder to sync it; there the rename itself is all there is.
    if (process.platform === "win32") return;
    const folder = openSync(dirname(path), "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  },
  remove: (path) => rmSync(path, { force: true }),
};

function keepAccess(file: number, path: string): void {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old === undefined) return;
    const keepsOwner = isOwnerKept(file, old);
    // Setuid and setgid mean something for their own owner only.
    fchmodSync(file, old.mode & (keepsOwner ? 0o7777 : 0o777));
  } catch {
    // A disk without modes (FAT) is no reason not to save.
  }
}

/** Only root may give a file away; others may give it to a group that they are in. */
function isOwnerKept(file: number, { uid, gid }: Stats): boolean {
  const now = fstatSync(file);
  if (now.uid === uid && now.gid === gid) return true;
  try {
    fchownSync(file, uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** A link whose file is not there yet leads to where the file will be. */
function resolve(path: string): string {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined) {
    if (!there.isFile()) throw new Error(`"${path}" is there and is no regular file: choose another name`);
    return realpathSync(path);
  }
  const folder = dirname(path);
  const above = statSync(folder, { throwIfNoEntry: false });
  if (above === undefined) throw new Error(`there is no folder "${folder}": make it, or choose another one`);
  if (!above.isDirectory()) throw new Error(`"${folder}" is no folder: choose another one`);
  const link = lstatSync(path, { throwIfNoEntry: false });
  return link?.isSymbolicLink() === true ? resolve(absolute(folder, readlinkSync(path))) : path;
}
