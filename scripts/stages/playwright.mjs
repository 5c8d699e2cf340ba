// Stages that drive the real Electron with Playwright, counted by its own report.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { inProject } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: { message?: string }[] }} Report */

/** The longest that such a stage may take, in ms, where nothing else is said: a slow machine is no failure. */
const LIMIT_MS = 25 * 60 * 1000;

/**
 * How many of the tests that may run beside each other do: an app under test waits for most of its time, and a machine of
 * one core has enough to do with one.
 */
export const beside = Math.min(2, availableParallelism());

/**
 * @param {string} name of the stage
 * @param {NodeJS.ProcessEnv} environment with the runtime and the display
 * @param {{ projects?: readonly string[], workers?: number, args?: readonly string[], limit?: number }} [options]
 *   `projects`: those of playwright.config.ts, where they are not the one of the stage's name; `workers`: how many tests at
 *   a time; `args`: further ones of Playwright's; `limit`: how long it may take, in ms
 * @returns {import("./stage.mjs").Stage}
 */
export function playwrightStage(name, environment, options = {}) {
  const { projects = [name], workers = 1, args: chosen = [], limit = LIMIT_MS } = options;
  return {
    name,
    async run() {
      const report = inProject("out", "reports", `${name}.json`);
      mkdirSync(inProject("out", "reports"), { recursive: true });
      rmSync(report, { force: true });
      const cli = tool("@playwright", "test", "cli.js");
      const selected = projects.map((project) => `--project=${project}`);
      const args = [cli, "test", ...selected, `--workers=${workers}`, "--reporter=list,json", ...chosen];
      const { output } = await runProgram(args, { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, limit);
      /** @type {Report} */
      const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, output };
    },
  };
}
