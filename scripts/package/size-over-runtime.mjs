// What a packaged app weighs beyond the bare Electron that it runs on: the files that are not the runtime's own.
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * Every file below a folder, with its size in bytes.
 * @param {string} folder absolute
 * @returns {[path: string, size: number][]}
 */
function sizesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file), statSync(file).size]);
}

/**
 * Bytes of the package beyond its runtime, on Linux. What was left out of the runtime (languages) is not taken off.
 * @param {{ packaged: string, executable: string, runtime: string }} folders absolute; `executable`: its name in the package
 */
export function bytesOverRuntime({ packaged, executable, runtime }) {
  const bare = new Map(sizesBelow(runtime));
  return sizesBelow(packaged)
    .map(([path, size]) => size - (bare.get(path === executable ? "electron" : path) ?? 0))
    .reduce((sum, bytes) => sum + Math.max(0, bytes), 0);
}
