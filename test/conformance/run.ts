/**
 * `npm run conformance -- [DIR]`: runs every scenario of a folder on our runtimes and compares the events with those
 * of CPython. Without DIR it runs ours, and random programs besides. The last line is `N passed, N failed`; the exit code is 1 when one failed
 * and 2 when the folder cannot be read.
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCoros } from "./asyncio/interpreter.ts";
import { firstDifference } from "./compare.ts";
import { programsMadeNow, storedPrograms } from "./generated-programs.ts";
import { readScenario, type ScenarioFile, scenarioNames } from "./scenario-files.ts";

/** Why a scenario fails, in words; null when it passes. */
function failure({ scenario, expected }: ScenarioFile): string | null {
  if ("bodies" in scenario) return "bodies: not supported yet";
  if (!("coros" in scenario)) return "holds neither `coros` nor `bodies`: no scenario of a language known here";
  return firstDifference(expected, runCoros(scenario));
}

function attempt(read: () => ScenarioFile): string | null {
  try {
    return failure(read());
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** `test/conformance`, found from this file, bundled or not. @throws Error outside the project. */
function ourFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const conformance = join(folder, "test", "conformance");
    if (existsSync(join(conformance, "asyncio", "scenarios"))) return conformance;
  }
  throw new Error("test/conformance/asyncio/scenarios is not above this file; pass a folder of scenarios");
}

/** A folder as it was typed: seen from where npm was called, else from here. */
function typedFolder(typed: string): string {
  const calledFrom = process.env["INIT_CWD"];
  const candidates = calledFrom === undefined ? [resolve(typed)] : [resolve(calledFrom, typed), resolve(typed)];
  return candidates.find((folder) => existsSync(folder)) ?? resolve(typed);
}

/** A scenario, read only when its turn comes: one that cannot be read fails alone. */
interface Candidate {
  readonly name: string;
  readonly read: () => ScenarioFile;
}

function scenariosOf(folder: string): readonly Candidate[] {
  return scenarioNames(folder).map((name) => ({ name, read: () => readScenario(folder, name) }));
}

function ours(): readonly Candidate[] {
  const conformance = ourFolder();
  const made = programsMadeNow(conformance);
  const programs = made ?? storedPrograms(conformance);
  const origin = made === undefined ? "stored ones: there is no CPython 3.11 here" : "made now with CPython";
  console.log(`${programs.length} random programs, ${origin}`);
  const generated = programs.map((program) => ({ name: program.name, read: () => program }));
  return [...scenariosOf(join(conformance, "asyncio", "scenarios")), ...generated];
}

function main(typed: string | undefined): number {
  const candidates = typed === undefined ? ours() : scenariosOf(typedFolder(typed));
  let failed = 0;
  for (const { name, read } of candidates) {
    const reason = attempt(read);
    if (reason === null) continue;
    failed += 1;
    console.log(`FAIL ${name}: ${reason}`);
  }
  console.log(`${candidates.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
