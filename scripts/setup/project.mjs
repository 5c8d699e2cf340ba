// The checkout's own folder and its two package files, read from disk and nowhere else.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The absolute path of the checkout. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * An absolute path inside the checkout.
 * @param {...string} segments
 */
export function inProject(...segments) {
  return join(projectFolder, ...segments);
}

/**
 * @typedef {{ version: string, dependencies: Record<string, string>, devDependencies: Record<string, string> }} Manifest
 * @returns {Manifest} the checkout's package.json
 */
export function readManifest() {
  return JSON.parse(readFileSync(inProject("package.json"), "utf8"));
}
