/**
 * `npm run conformance -- [DIR] [--runs N]`: runs every scenario of a folder on our runtimes and compares with what CPython
 * did: `coros` on the event loop, `bodies` on real threads. Without DIR it runs ours, and random programs besides, of those of
 * threads a few; `--runs` repeats those of threads, since races are rare, in turn with the GIL and without, and runs all
 * random ones. The last line is `N passed, N failed`;
 * the exit code is 1 when one failed and 2 when a folder cannot be read.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runCoros } from "./asyncio/interpreter.ts";
import { firstDifference } from "./compare.ts";
import { programsMadeNow, storedPrograms } from "./generated-programs.ts";
import { list } from "./json.ts";
import { readScenario, type ScenarioFile, scenarioNames } from "./scenario-files.ts";
import { BodiesHost } from "./threads/bodies-host.ts";
import { differenceOfBodies, limitOf } from "./threads/compare-bodies.ts";
import { storedThreadPrograms } from "./threads/generated-threads.ts";

const here = dirname(fileURLToPath(import.meta.url));
let threads: BodiesHost | undefined;

/** Why a scenario fails, in words; null when it passes. */
async function failure({ scenario, expected, file }: ScenarioFile, runs: number): Promise<string | null> {
  if ("coros" in scenario) return firstDifference(list(expected), runCoros(scenario));
  if (!("bodies" in scenario)) return "holds neither `coros` nor `bodies`: no scenario of a language known here";
  threads ??= new BodiesHost(join(here, "thread-worker.cjs"));
  for (let run = 1; run <= runs; run++) {
    const gil = run % 2 === 1 ? "on" : "off";
    const difference = differenceOfBodies(expected, await threads.run(file, limitOf(scenario), gil));
    if (difference !== null) return `run ${run} of ${runs}, GIL ${gil}: ${difference}`;
  }
  return null;
}

async function attempt(read: () => ScenarioFile, runs: number): Promise<string | null> {
  try {
    return await failure(read(), runs);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** `test/conformance`, found from this file, bundled or not. @throws Error outside the project. */
function ourFolder(): string {
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
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

/** Of the random programs of threads one in so many is run, where each is run once. */
const oneIn = 25;

/** Ours. Those that are stored packed lie unpacked until this process ends, whatever ends it. */
async function ours(runs: number): Promise<readonly Candidate[]> {
  const conformance = ourFolder();
  const unpacked = mkdtempSync(join(tmpdir(), "spinscope-threads-"));
  process.on("exit", () => rmSync(unpacked, { recursive: true, force: true }));
  const made = await programsMadeNow(conformance);
  const ofThreads = storedThreadPrograms(conformance, unpacked, runs === 1 ? oneIn : 1);
  const programs = [...(made ?? storedPrograms(conformance)), ...ofThreads];
  const origin =
    made === undefined ? "stored ones: there is no CPython 3.11 here" : "those of coroutines made now with CPython";
  console.log(`${programs.length} random programs, ${origin}`);
  const generated = programs.map((program) => ({ name: program.name, read: () => program }));
  const written = ["asyncio", "threads"].flatMap((kind) => scenariosOf(join(conformance, kind, "scenarios")));
  return [...written, ...generated];
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { runs: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  const runs = Number(values.runs);
  const folders = positionals.map(typedFolder);
  const candidates = folders.length === 0 ? await ours(runs) : folders.flatMap(scenariosOf);
  let failed = 0;
  for (const { name, read } of candidates) {
    const reason = await attempt(read, runs);
    if (reason === null) continue;
    failed += 1;
    console.log(`FAIL ${name}: ${reason}`);
  }
  threads?.close();
  console.log(`${candidates.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
