// Stages that drive the real Electron with Playwright, counted by its own report.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: { message?: string }[] }} Report */

/** The longest that such a stage may take, in ms, where nothing else is said: a slow machine is no failure. */
const LIMIT_MS = 25 * 60 * 1000;

/**
 * @param {string} project of playwright.config.ts, and the stage's name
 * @param {NodeJS.ProcessEnv} environment with the runtime and the display
 * @param {{ name?: string, args?: readonly string[], limit?: number }} [options] `name`: another one than the project's;
 *   `args`: further ones of Playwright's; `limit`: how long it may take, in ms
 * @returns {import("./stage.mjs").Stage}
 */
export function playwrightStage(project, environment, { name = project, args: chosen = [], limit = LIMIT_MS } = {}) {
  return {
    name,
    async run() {
      const report = inProject("out", "reports", `${name}.json`);
      mkdirSync(inProject("out", "reports"), { recursive: true });
      rmSync(report, { force: true });
      const cli = tool("@playwright", "test", "cli.js");
      const args = [cli, "test", `--project=${project}`, "--reporter=list,json", ...chosen];
      const { output } = await runProgram(args, { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, limit);
      /** @type {Report} */
      const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, output };
    },
  };
}
