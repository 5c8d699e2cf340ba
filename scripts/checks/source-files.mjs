// The checkout's own source files, by folder and ending: what every check looks at.
import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The folders that hold source; everything else at the top level is configuration, words, or made. */
export const sourceFolders = ["core", "lessons", "electron", "renderer", "cli", "scripts", "test"];

/**
 * Paths of files, relative to `root` with forward slashes, in order.
 * @param {string} root absolute
 * @param {readonly string[]} folders relative to `root`; those that do not exist are passed over
 * @param {RegExp} name what a file's name must match
 * @returns {string[]}
 */
export function sourceFiles(root, folders, name) {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.includes("node_modules/"))
    .toSorted();
}
