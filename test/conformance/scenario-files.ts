/**
 * The scenarios of a folder, each with what is expected of it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { object } from "./json.ts";

export interface ScenarioFile {
  /** The file's name without its ending. */
  readonly name: string;
  readonly scenario: { readonly [key: string]: unknown };
  /** A list of events, or, of threads, what must hold of their strands. */
  readonly expected: unknown;
  /** The scenario's file. */
  readonly file: string;
}

/** The names of a folder's scenarios, in order. @throws Error when it holds none. */
export function scenarioNames(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder; pass one that holds NAME.json files`);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".json") && !/\.expected\.(fifo\.)?json$/.test(file))
    .map((file) => file.slice(0, -".json".length));
  if (names.length === 0) throw new Error(`${folder}: holds no scenario (NAME.json beside NAME.expected.json)`);
  return names.toSorted();
}

/** Reads a scenario and its expected events: those of FIFO timer ties, which are ours, where they differ. */
export function readScenario(folder: string, name: string): ScenarioFile {
  const fifo = join(folder, `${name}.expected.fifo.json`);
  const expected = existsSync(fifo) ? fifo : join(folder, `${name}.expected.json`);
  if (!existsSync(expected)) throw new Error(`${expected}: is missing; make it with test/conformance/oracle`);
  const file = join(folder, `${name}.json`);
  return { name, scenario: object(read(file)), expected: read(expected), file };
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
