/**
 * `npm run conformance -- [DIR]`: runs every scenario of a folder on our runtimes and compares the events with those
 * of CPython. Without DIR it runs ours. The last line is `N passed, N failed`; the exit code is 1 when one failed
 * and 2 when the folder cannot be read.
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCoros } from "./asyncio/interpreter.ts";
import { firstDifference } from "./compare.ts";
import { readScenario, type ScenarioFile, scenarioNames } from "./scenario-files.ts";

/** Why a scenario fails, in words; null when it passes. */
function failure({ scenario, expected }: ScenarioFile): string | null {
  if ("bodies" in scenario) return "bodies: not supported yet";
  if (!("coros" in scenario)) return "holds neither `coros` nor `bodies`: no scenario of a language known here";
  return firstDifference(expected, runCoros(scenario));
}

function attempt(folder: string, name: string): string | null {
  try {
    return failure(readScenario(folder, name));
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Our own scenarios, found from this file, bundled or not. @throws Error outside the project. */
function ourFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const scenarios = join(folder, "test", "conformance", "asyncio", "scenarios");
    if (existsSync(scenarios)) return scenarios;
  }
  throw new Error("test/conformance/asyncio/scenarios is not above this file; pass a folder of scenarios");
}

/** A folder as it was typed: seen from where npm was called, else from here. */
function typedFolder(typed: string): string {
  const calledFrom = process.env["INIT_CWD"];
  const candidates = calledFrom === undefined ? [resolve(typed)] : [resolve(calledFrom, typed), resolve(typed)];
  return candidates.find((folder) => existsSync(folder)) ?? resolve(typed);
}

function main(typed: string | undefined): number {
  const folder = typed === undefined ? ourFolder() : typedFolder(typed);
  const names = scenarioNames(folder);
  let failed = 0;
  for (const name of names) {
    const reason = attempt(folder, name);
    if (reason === null) continue;
    failed += 1;
    console.log(`FAIL ${name}: ${reason}`);
  }
  console.log(`${names.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
