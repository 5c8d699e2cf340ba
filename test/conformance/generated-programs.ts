/**
 * Random programs of the scenario language, each with what CPython did: made now where CPython 3.11 is at hand, else
 * taken from those that are stored beside the scenarios, which were made in the same way from other seeds.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { list, object, text } from "./json.ts";
import type { ScenarioFile } from "./scenario-files.ts";

/** In the language as it first was; with the words of its extension; and those in which all happens in a few turns. */
const stored = ["language-1.jsonl.gz", "extension-1.jsonl.gz", "races-1.jsonl.gz"] as const;

/** How many programs of a third the generator writes; some it drops, since their order hangs on CPython's timer ties. */
const count = 290;

/** The first seed of programs that are made now. Those stored were made from 1 on. */
const firstSeed = 1_000_001;

/** The programs that are stored under `conformance`: of all three, or of those named. */
export function storedPrograms(
  conformance: string,
  files: readonly (typeof stored)[number][] = stored,
): readonly ScenarioFile[] {
  return files.flatMap((file) => readPrograms(join(conformance, "asyncio", "generated", file)));
}

/** Programs made now by CPython; undefined where `python3` is missing or another version than 3.11. */
export async function programsMadeNow(conformance: string): Promise<readonly ScenarioFile[] | undefined> {
  if (!hasPython()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "spinscope-conformance-"));
  const make = async (more: readonly string[]): Promise<readonly ScenarioFile[]> => {
    const file = join(folder, `programs${more.join("")}.jsonl.gz`);
    const seeds = ["--seed", String(firstSeed), "--count", String(count)];
    await runPython([join(conformance, "oracle", "gen.py"), ...seeds, ...more, "--store", file]);
    return readPrograms(file);
  };
  try {
    return (await Promise.all([make([]), make(["--more"]), make(["--races"])])).flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasPython(): boolean {
  const question = "import platform; print(platform.python_implementation(), platform.python_version())";
  const { stdout } = spawnSync("python3", ["-c", question], { encoding: "utf8" });
  return typeof stdout === "string" && stdout.startsWith("CPython 3.11.");
}

/** @throws Error with what Python said. */
async function runPython(args: readonly string[]): Promise<void> {
  await promisify(execFile)("python3", args);
}

function readPrograms(file: string): readonly ScenarioFile[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const { scenario, expected } = object(JSON.parse(line));
    const program = object(scenario);
    return { name: text(program["doc"]), scenario: program, expected: list(expected), file };
  });
}
