/**
 * Random thread programs that are stored with what CPython did: made by oracle/gen.py, `--check`. A thread's worker reads
 * its scenario from a file, so each is unpacked into one.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { object, text } from "../json.ts";
import type { ScenarioFile } from "../scenario-files.ts";

/** The programs that are stored under `conformance`, unpacked into `folder`; one in so many. */
export function storedThreadPrograms(conformance: string, folder: string, oneIn: number): readonly ScenarioFile[] {
  const stored = gunzipSync(readFileSync(join(conformance, "threads", "generated", "threads.jsonl.gz")));
  const lines = stored.toString("utf8").trimEnd().split("\n");
  mkdirSync(folder, { recursive: true });
  return lines
    .filter((_, at) => at % oneIn === 0)
    .map((line) => {
      const { scenario, expected } = object(JSON.parse(line));
      const program = object(scenario);
      const name = text(program["name"]);
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(program));
      return { name, scenario: program, expected, file };
    });
}
