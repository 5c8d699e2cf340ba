// Stages that drive the real Electron with Playwright, counted by its own report.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: { message?: string }[] }} Report */

/** The longest that such a stage may take, in ms, where nothing else is said: a slow machine is no failure. */
const LIMIT_MS = 25 * 60 * 1000;

/**
 * @param {string} name the stage's, and that of its project of playwright.config.ts where `projects` names no others
 * @param {NodeJS.ProcessEnv} environment with the runtime and the display
 * @param {{ projects?: readonly string[], args?: readonly string[], limit?: number }} [options]
 *   `args`: further ones of Playwright's; `limit`: how long it may take, in ms
 * @returns {import("./stage.mjs").Stage}
 */
export function playwrightStage(name, environment, { projects = [name], args: chosen = [], limit = LIMIT_MS } = {}) {
  return {
    name,
    async run() {
      const report = inProject("out", "reports", `${name}.json`);
      mkdirSync(inProject("out", "reports"), { recursive: true });
      rmSync(report, { force: true });
      const cli = tool("@playwright", "test", "cli.js");
      const of = projects.map((project) => `--project=${project}`);
      const args = [cli, "test", ...of, "--reporter=list,json", ...chosen];
      const { output } = await runProgram(args, { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, limit);
      /** @type {Report} */
      const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, output };
    },
  };
}
