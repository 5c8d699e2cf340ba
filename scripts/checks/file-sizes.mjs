// One concept a file: past 250 lines a file holds several, and must be parted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles, sourceFolders } from "./source-files.mjs";

const MOST_LINES = 250;

/**
 * @param {string} root the checkout, absolute
 * @returns {string[]} what is wrong, a sentence each
 */
export function checkFileSizes(root) {
  return sourceFiles(root, sourceFolders, /\.(ts|tsx|css|mjs|cjs)$/).flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
    return lines > MOST_LINES ? [`${file} has ${lines} lines, more than ${MOST_LINES}: part it by its concepts.`] : [];
  });
}
