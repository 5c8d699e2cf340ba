// The stages that run no test file: format, lint, types, and the rules of the house. Each check counts as one.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { inProject, projectFolder } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";
import { joinOutcomes, outcomeOfCheck } from "./stage.mjs";

/** @typedef {import("./stage.mjs").Stage} Stage */
/** @typedef {import("./stage.mjs").Outcome} Outcome */

const biome = tool("@biomejs", "biome", "bin", "biome");

/**
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function outcomeOfProgram(args) {
  const { code, output } = await runProgram(args);
  return outcomeOfCheck(code === 0 ? [] : [output]);
}

/** @returns {Promise<Outcome>} one for each place that has a tsconfig of its own */
async function checkTypes() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(readFileSync(inProject("tsconfig.json"), "utf8"));
  const places = references.map(({ path }) => path);
  /** @type {Outcome[]} */
  const outcomes = [];
  const worker = async () => {
    for (let place = places.shift(); place !== undefined; place = places.shift()) {
      outcomes.push(await outcomeOfProgram([tool("typescript", "bin", "tsc"), "--project", place]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return joinOutcomes(outcomes);
}

/**
 * A rule of the house, as a stage. Its module is loaded only when it runs.
 * @param {string} name
 * @param {() => Promise<readonly string[]>} check gives the problems it finds
 * @returns {Stage}
 */
const rule = (name, check) => ({ name, run: async () => outcomeOfCheck(await check()) });

/** @type {readonly Stage[]} */
export const plainChecks = [
  { name: "format", run: () => outcomeOfProgram([biome, "check", "--linter-enabled=false"]) },
  { name: "lint", run: () => outcomeOfProgram([biome, "lint", "--error-on-warnings"]) },
  { name: "types", run: checkTypes },
  rule("import rules", async () => (await import("../checks/import-rules.mjs")).checkImportRules(projectFolder)),
  rule("file sizes", async () => (await import("../checks/file-sizes.mjs")).checkFileSizes(projectFolder)),
  rule("type escapes", async () => (await import("../checks/type-escapes.mjs")).checkTypeEscapes(projectFolder)),
  rule("words in i18n", async () =>
    (await import("../checks/interface-literals.mjs")).checkInterfaceLiterals(projectFolder),
  ),
  rule("machine paths", async () => (await import("../checks/machine-paths.mjs")).checkMachinePaths(projectFolder)),
  {
    name: "unused code",
    run: () =>
      outcomeOfProgram([
        tool("knip", "bin", "knip.js"),
        "--no-progress",
        "--include",
        "files,dependencies,unlisted,unresolved,binaries",
      ]),
  },
];
