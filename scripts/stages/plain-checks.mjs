// The stages that run no test file: format, lint, types, and the rules of the house. Each check counts as one.
import { readFileSync } from "node:fs";
import { inProject, projectFolder } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";
import { outcomeOfCheck } from "./stage.mjs";

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

/** @returns {readonly Stage[]} one for each place that has a tsconfig of its own */
function typeChecks() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(readFileSync(inProject("tsconfig.json"), "utf8"));
  return references.map(({ path }) => ({
    name: `types of ${path.replace("./", "")}`,
    // Several threads would each look at the same types anew: they take twice the work for nothing, side by side.
    run: () => outcomeOfProgram([tool("typescript", "bin", "tsc"), "--project", path, "--singleThreaded"]),
  }));
}

/**
 * A rule of the house, as a stage. Its module is loaded only when it runs.
 * @param {string} name
 * @param {() => Promise<readonly string[]>} check gives the problems it finds
 * @returns {Stage}
 */
const rule = (name, check) => ({ name, run: async () => outcomeOfCheck(await check()) });

const typeChecksLargestFirst = typeChecks().toReversed();

/**
 * Side by side, and so begun with what takes longest: beside the largest type check goes what this process itself works at.
 * @type {readonly Stage[]}
 */
export const plainChecks = [
  ...typeChecksLargestFirst.slice(0, 1),
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
  { name: "format", run: () => outcomeOfProgram([biome, "check", "--linter-enabled=false"]) },
  { name: "lint", run: () => outcomeOfProgram([biome, "lint", "--error-on-warnings"]) },
  ...typeChecksLargestFirst.slice(1),
];
