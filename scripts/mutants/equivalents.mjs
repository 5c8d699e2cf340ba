// The mutants that no test can kill, each with the reason: `test/mutants/equivalent/FOLDER.json`. They are found by what
// stands in the source, not by line numbers, so that an edit elsewhere in a file does not touch them.
import { existsSync, readFileSync } from "node:fs";
import { inProject } from "../setup/project.mjs";

/** @typedef {import("./mutant.mjs").Mutant} Mutant */
/**
 * @typedef {object} Equivalent
 * @property {string} file relative to the checkout
 * @property {string} mutator StrykerJS's name of the change
 * @property {string} line the line of the source on which the change begins, without its indentation
 * @property {string} original what is replaced, runs of white space as one blank
 * @property {string} replacement likewise
 * @property {string} reason why no test can see the difference
 */

const fields = /** @type {const} */ (["file", "mutator", "line", "original", "replacement", "reason"]);

/**
 * @param {string} folder a mutated folder
 * @returns {string} the file of its equivalents, relative to the checkout
 */
export const equivalentsFile = (folder) => `test/mutants/equivalent/${folder.replaceAll("/", "-")}.json`;

/**
 * @param {string} folder a mutated folder
 * @returns {Equivalent[]}
 * @throws {Error} where an entry lacks a field
 */
export function readEquivalents(folder) {
  const file = equivalentsFile(folder);
  if (!existsSync(inProject(file))) return [];
  /** @type {Equivalent[]} */
  const entries = JSON.parse(readFileSync(inProject(file), "utf8"));
  for (const entry of entries) {
    const missing = fields.find(
      (field) => typeof entry[field] !== "string" || (field === "reason" && entry[field] === ""),
    );
    if (missing !== undefined) throw new Error(`${file}: an entry has no "${missing}": ${JSON.stringify(entry)}`);
  }
  return entries;
}

/**
 * @param {Equivalent} entry
 * @param {Mutant} mutant
 */
function isOf({ file, mutator, line, original, replacement }, mutant) {
  return (
    file === mutant.file &&
    mutator === mutant.mutator &&
    line === mutant.line &&
    original === mutant.original &&
    replacement === mutant.replacement
  );
}

/**
 * Parts the mutants that survived into those that are listed as equivalent and the rest.
 * @param {readonly Mutant[]} mutants all of a run
 * @param {readonly Equivalent[]} entries those of the files that were mutated
 * @returns {{ equivalent: Mutant[], survived: Mutant[], problems: string[] }} `problems`: entries that are not true
 */
export function sortOut(mutants, entries) {
  const alive = mutants.filter(({ killed }) => !killed);
  const equivalent = alive.filter((mutant) => entries.some((entry) => isOf(entry, mutant)));
  const problems = entries.flatMap((entry) => {
    const matching = mutants.filter((mutant) => isOf(entry, mutant));
    const what = `the equivalent mutant of ${entry.file}, \`${entry.original}\` -> \`${entry.replacement}\` in \`${entry.line}\``;
    if (matching.length === 0) return [`There is no longer ${what}: remove the entry, or write it as it stands now.`];
    if (matching.every(({ killed }) => killed)) return [`A test kills ${what}: remove the entry.`];
    return [];
  });
  return { equivalent, survived: alive.filter((mutant) => !equivalent.includes(mutant)), problems };
}
