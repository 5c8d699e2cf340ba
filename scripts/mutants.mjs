// `npm run mutants [-- FOLDER…] [--again]`: changes the sources in small ways, one at a time, and tells which changes no
// test notices (docs/mutants.md). FOLDER: a mutated folder, or a folder or file in one. Ends with
// `N killed, N survived, N equivalent`; exit 1 where a folder's score is under its threshold, or a listed equivalent is none.
import "./setup/node-version.mjs";
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { equivalentsFile, readEquivalents, sortOut } from "./mutants/equivalents.mjs";
import { folderOf, isIn, mutatedFolders } from "./mutants/folders.mjs";
import { SetupError } from "./setup/progress.mjs";
import { inProject, projectFolder } from "./setup/project.mjs";
import { runCommand, setUpForNode } from "./setup/setup.mjs";

/** @typedef {import("./mutants/mutant.mjs").Mutant} Mutant */

/**
 * What is to be mutated, by folder.
 * @param {readonly string[]} asked
 * @returns {Map<string, string[]>}
 */
function partsByFolder(asked) {
  /** @type {Map<string, string[]>} */
  const parts = new Map();
  for (const typed of asked.length === 0 ? Object.keys(mutatedFolders) : asked) {
    const part = relative(projectFolder, resolve(projectFolder, typed)).split(sep).join("/");
    const folder = folderOf(part);
    if (folder === undefined || !existsSync(inProject(part))) {
      throw new SetupError(`${typed} is not in a mutated folder. They are ${Object.keys(mutatedFolders).join(", ")}.`);
    }
    parts.set(folder, [...(parts.get(folder) ?? []), part]);
  }
  return parts;
}

/** @param {Mutant} mutant */
function wordsOf({ file, row, mutator, original, replacement, line, covered }) {
  const change = `${file}:${row}  ${original} -> ${replacement === "" ? "nothing" : replacement}`;
  const entry = JSON.stringify({ file, mutator, line, original, replacement, reason: "" });
  return `${change}${covered ? "" : "  (no test comes here)"}\n    ${entry}`;
}

/** @param {number} killed @param {number} survived */
const score = (killed, survived) => (killed + survived === 0 ? 100 : (100 * killed) / (killed + survived));

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { again: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const asked = partsByFolder(positionals);
  await setUpForNode();
  const { runFolder } = await import("./mutants/run-folder.mjs");
  const sum = { killed: 0, survived: 0, equivalent: 0 };
  let failed = false;
  const table = [];
  for (const [folder, parts] of asked) {
    const threshold = mutatedFolders[folder]?.threshold ?? 100;
    const began = performance.now();
    const mutants = await runFolder(folder, parts, values.again);
    const entries = readEquivalents(folder).filter(({ file }) => isIn(parts, file));
    const { equivalent, survived, problems } = sortOut(mutants, entries);
    const killed = mutants.length - equivalent.length - survived.length;
    for (const mutant of survived) console.log(wordsOf(mutant));
    for (const problem of problems) console.log(`${equivalentsFile(folder)}: ${problem}`);
    const percent = score(killed, survived.length);
    if (percent < threshold || problems.length > 0) failed = true;
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    table.push(
      `${parts.join(" ")}: ${killed} killed, ${survived.length} survived, ${equivalent.length} equivalent; ` +
        `score ${percent.toFixed(1)} %, to be at least ${threshold} % (${minutes} min)`,
    );
    sum.killed += killed;
    sum.survived += survived.length;
    sum.equivalent += equivalent.length;
  }
  for (const line of table) console.log(line);
  console.log(`${sum.killed} killed, ${sum.survived} survived, ${sum.equivalent} equivalent`);
  return failed ? 1 : 0;
});
