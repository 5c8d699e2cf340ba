// Stages that run test files with vitest, counted by its own report.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";

/**
 * What the report counts: vitest's tests, and each file that could not even be loaded.
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * Failures that are no failed test: files that did not load.
 * @param {Report} report
 */
function brokenFiles(report) {
  return report.testResults.filter((file) => {
    return file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");
  }).length;
}

/**
 * @param {string} name of the stage
 * @param {readonly string[]} folders with test files, relative to the checkout
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {number} [limit] how long it may take, in ms
 * @returns {import("./stage.mjs").Stage}
 */
export function vitestStage(name, folders, environment, limit) {
  return {
    name,
    async run() {
      const report = inProject("out", "reports", `${name.replaceAll(" ", "-")}.json`);
      mkdirSync(inProject("out", "reports"), { recursive: true });
      rmSync(report, { force: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const args = [tool("vitest", "vitest.mjs"), "run", ...folders, ...reporters];
      const { code, output } = await runProgram(args, environment, limit);
      /** @type {Report} */
      const counted = JSON.parse(readFileSync(report, "utf8"));
      const failed = counted.numFailedTests + brokenFiles(counted);
      // An error outside of every test fails the run though each test passed.
      const unseen = code !== 0 && failed === 0 && counted.numPassedTests > 0 ? 1 : 0;
      return { passed: counted.numPassedTests, failed: failed + unseen, output };
    },
  };
}
