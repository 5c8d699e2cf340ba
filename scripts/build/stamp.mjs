// Whether a group's sources are those it was last built from: a hash over every source file's path, size and time of
// change. Reads no file's content.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inProject } from "../setup/project.mjs";

/**
 * Every file at or below a path, in a fixed order.
 * @param {string} path absolute
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return filesBelow(inside);
    return entry.isFile() ? [inside] : [];
  });
}

/**
 * A hash that changes when a source is added, removed or written.
 * @param {readonly string[]} sources absolute paths of folders and files
 */
export function fingerprint(sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** @param {string} name of the group */
const stampFile = (name) => inProject("out", "stamps", name);

/** @param {string} name @returns {string | undefined} the fingerprint of the last complete build */
export function readStamp(name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), "utf8") : undefined;
}

/** @param {string} name @param {string} value */
export function writeStamp(name, value) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}

/** Says that the group is being built: a build that is cut short leaves no stamp. @param {string} name */
export function removeStamp(name) {
  rmSync(stampFile(name), { force: true });
}
