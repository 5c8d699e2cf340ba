// No file names a folder of one person's machine: it would mean nothing on any other.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles, sourceFolders } from "./source-files.mjs";

const MACHINE_PATH = /(?<![A-Za-z0-9_.])\/(tmp|work|root|home)\//;
const NAME = /\.(ts|tsx|mjs|cjs|md|json|yml|html|css)$/;

/**
 * @param {string} root the checkout, absolute
 * @returns {string[]} what is wrong, a sentence each
 */
export function checkMachinePaths(root) {
  const top = readdirSync(root).filter((name) => NAME.test(name) && name !== "package-lock.json");
  return [...top, ...sourceFiles(root, [...sourceFolders, "docs"], NAME)].flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    return lines.flatMap((line, index) =>
      MACHINE_PATH.test(line) ? [`${file}:${index + 1} names a path of one machine: ${line.trim()}`] : [],
    );
  });
}
