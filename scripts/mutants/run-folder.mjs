// One run of StrykerJS over a mutated folder, or a part of one. It works in a copy of the checkout under out/mutants, where
// nothing else looks for tests or sources, and keeps its results there, so that a second run tries only what changed.

import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Stryker } from "@stryker-mutator/core";
import { inProject } from "../setup/project.mjs";
import { folderVariable, isIn } from "./folders.mjs";
import { mutantOf } from "./mutant.mjs";

/** Folders that none of the tests of mutated folders reads; `electron/node` and the journal's files are read by some. */
const notCopied = ["/out", "/docs", "/assets", "/test/e2e", "/test/fault", "/test/bench", "/test/package"];

/**
 * @param {string} folder a mutated folder
 * @param {readonly string[]} parts files and folders in it, relative to the checkout
 * @param {boolean} again tries every mutant, whatever is known of it from earlier runs
 * @returns {Promise<import("./mutant.mjs").Mutant[]>}
 */
export async function runFolder(folder, parts, again) {
  const name = folder.replaceAll("/", "-");
  const kept = inProject("out", "mutants", `${name}.json`);
  if (again && parts.includes(folder)) rmSync(kept, { force: true });
  process.env[folderVariable] = folder;
  const results = await new Stryker({
    mutate: parts.map((part) => (/\.tsx?$/.test(part) ? part : `${part}/**/*.ts`)),
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "scripts/mutants/vitest.config.mjs", related: false },
    coverageAnalysis: "perTest",
    concurrency: availableParallelism(),
    incremental: true,
    incrementalFile: kept,
    force: again,
    tempDirName: inProject("out", "mutants", "copy"),
    ignorePatterns: notCopied,
    disableTypeChecks: false,
    // StrykerJS would rewrite the paths in it, by TypeScript's own parser, which TypeScript 7 does not offer to programs.
    tsconfigFile: "none",
    // Longer than a test may take by itself: what hangs is ended by its test, which spares the runner a new start.
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 10,
    reporters: process.stdout.isTTY ? ["progress"] : ["progress-append-only"],
  }).runMutationTest();
  /** @type {Map<string, string>} */
  const sources = new Map();
  const read = (/** @type {string} */ file) => {
    const source = sources.get(file) ?? readFileSync(file, "utf8");
    sources.set(file, source);
    return source;
  };
  // The kept results of other parts of the folder come along.
  return results.map((result) => mutantOf(result, read)).filter(({ file }) => isIn(parts, file));
}
