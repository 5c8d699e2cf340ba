// Stages that drive the real Electron with Playwright, counted by its own report.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "../setup/project.mjs";
import { runProgram, tool } from "./programs.mjs";

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: { message?: string }[] }} Report */

/**
 * @param {string} project of playwright.config.ts, and the stage's name
 * @param {NodeJS.ProcessEnv} environment with the runtime and the display
 * @returns {import("./stage.mjs").Stage}
 */
export function playwrightStage(project, environment) {
  return {
    name: project,
    async run() {
      const report = inProject("out", "reports", `${project}.json`);
      mkdirSync(inProject("out", "reports"), { recursive: true });
      rmSync(report, { force: true });
      const args = [tool("@playwright", "test", "cli.js"), "test", `--project=${project}`, "--reporter=list,json"];
      const { output } = await runProgram(args, { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
      /** @type {Report} */
      const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, output };
    },
  };
}
