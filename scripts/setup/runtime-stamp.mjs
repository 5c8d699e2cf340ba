// The list of what a complete fallback runtime consists of, written as its last file: a runtime without it, or with a
// file missing or of another size, is not trusted and is made anew.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const STAMP = "spinscope-runtime.json";

/**
 * Every file of the folder but the stamp, with its size in bytes.
 * @param {string} folder absolute
 * @returns {[path: string, size: number][]}
 */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== STAMP)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file), statSync(file).size]);
}

/**
 * Declares the runtime in this folder complete.
 * @param {string} folder absolute
 */
export function stampRuntime(folder) {
  writeFileSync(join(folder, STAMP), JSON.stringify({ files: listFiles(folder) }));
}

/**
 * Whether the folder holds a complete runtime: every stamped file is there in its size. Reads no content.
 * @param {string} folder absolute
 */
export function isStampedRuntime(folder) {
  try {
    /** @type {{ files: [string, number][] }} */
    const { files } = JSON.parse(readFileSync(join(folder, STAMP), "utf8"));
    return files.length > 0 && files.every(([path, size]) => statSync(join(folder, path)).size === size);
  } catch {
    return false;
  }
}
