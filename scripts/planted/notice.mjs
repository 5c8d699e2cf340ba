// Runs the tests that must notice planted bugs, in one Vitest: what is not planted is loaded and compiled once.
import { readFileSync } from "node:fs";
import { createVitest } from "vitest/node";
import { inProject } from "../setup/project.mjs";
import { plantedVariable, withBug } from "./planted-plugin.mjs";

/** @typedef {import("./planted-plugin.mjs").PlantedBug & { noticedBy: { file: string, test: string } }} NoticedBug */
/** @typedef {{ bugs: readonly NoticedBug[], noticed: (bug: NoticedBug) => Promise<string | undefined>, close: () => Promise<void> }} Notice */

/** @param {string} name a test's name and those of its groups, ` > ` between them */
function patternOf(name) {
  return new RegExp(`^${name.replaceAll(" > ", " ").replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/**
 * @returns {Promise<Notice>} `noticed` gives what is wrong, in words; nothing when the bug's test failed, as it must
 */
export async function openNotice() {
  const vitest = await createVitest("test", {
    config: inProject("scripts", "planted", "vitest.config.mjs"),
    watch: false,
    // One worker: a planted bug is that of the whole process, and so is its test.
    maxWorkers: 1,
    reporters: [{}],
  });
  /** @type {{ plantedBugs: readonly NoticedBug[] }} */
  const { plantedBugs } = await vitest.import(inProject("test", "planted", "registry.ts"));

  /** @param {NoticedBug} bug */
  async function noticed({ noticedBy: { file, test }, ...bug }) {
    withBug(bug, readFileSync(inProject(bug.module), "utf8"));
    const specifications = await vitest.globTestSpecifications([file]);
    if (specifications.length !== 1) return `${file} is not one test file`;
    vitest.setGlobalTestNamePattern(patternOf(test));
    process.env[plantedVariable] = JSON.stringify(bug);
    vitest.invalidateFile(inProject(bug.module));
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    process.env[plantedVariable] = "";
    vitest.invalidateFile(inProject(bug.module));
    const broken = testModules.flatMap((module) => module.errors());
    if (broken.length > 0) return `${file} could not be loaded: ${broken[0]?.message}`;
    const found = testModules
      .flatMap((module) => [...module.children.allTests()])
      .filter(({ fullName }) => fullName === test);
    if (found.length === 0) return `${file} has no test "${test}"`;
    if (found.some((one) => one.result().state === "failed") || unhandledErrors.length > 0) return undefined;
    return `${file}: "${test}" does not notice it`;
  }

  return { bugs: plantedBugs, noticed, close: () => vitest.close() };
}
