/**
 * The file system as atomicSave needs it, in Node's synchronous calls.
 */
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { SaveFiles } from "../../core/formats/save/save-files.ts";

export const nodeSaveFiles: SaveFiles = {
  resolve: (path) => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there === undefined) {
      const folder = dirname(path);
      if (statSync(folder, { throwIfNoEntry: false }) === undefined) throw new Error(`there is no folder "${folder}"`);
      return path;
    }
    if (!there.isFile()) throw new Error(`"${path}" is there and is no regular file: choose another name`);
    return realpathSync(path);
  },
  beside: (path) => join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.part`),
  create: (path) => openSync(path, "wx"),
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
