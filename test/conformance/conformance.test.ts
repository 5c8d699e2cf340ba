import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folderVariable } from "../../scripts/mutants/folders.mjs";
import { runCoros } from "./asyncio/interpreter.ts";
import { firstDifference } from "./compare.ts";
import { storedPrograms } from "./generated-programs.ts";
import { list } from "./json.ts";
import { readScenario, type ScenarioFile, scenarioNames } from "./scenario-files.ts";

const folder = fileURLToPath(new URL("./asyncio/scenarios", import.meta.url));
const names = scenarioNames(folder);
const conformance = fileURLToPath(new URL(".", import.meta.url));

/** Those of the programs that do not do what CPython does, and where. */
function differing(programs: readonly ScenarioFile[]): readonly string[] {
  return programs.flatMap(({ name, scenario, expected }) => {
    const difference = firstDifference(list(expected), runCoros(scenario));
    return difference === null ? [] : [`${name}: ${difference}`];
  });
}

describe("core/asyncio does what CPython does", () => {
  test.each(names)("%s", (name) => {
    const { scenario, expected } = readScenario(folder, name);
    expect(firstDifference(list(expected), runCoros(scenario))).toBeNull();
  });

  test("all the scenarios are there", () => {
    // 63 in the language as it first was, 16 with the words of its extension, 73 of races, edges and public bug reports.
    expect(names).toHaveLength(63 + 16 + 73);
  });

  // In a mutation run all of them count; else one in ten is enough, since `npm run conformance` runs them all.
  const oneIn = process.env[folderVariable] === undefined ? 10 : 1;
  const programs = storedPrograms(conformance, ["language-1.jsonl.gz", "extension-1.jsonl.gz"]);
  const races = storedPrograms(conformance, ["races-1.jsonl.gz"]);

  test("hundreds of random programs and races are stored", () => {
    expect(programs.length).toBeGreaterThanOrEqual(500);
    expect(races.length).toBeGreaterThanOrEqual(600);
  });

  test.each(groupsOf(programs.filter((_, at) => at % oneIn === 0)))("random programs from %s", (_, files) => {
    expect(differing(files)).toEqual([]);
  });

  test.each(groupsOf(races))("random races from %s", (_, files) => {
    expect(differing(files)).toEqual([]);
  });
});

/** Small enough that a mutation run finds by coverage what notices a mutant, and large enough to cost no more than one test. */
function groupsOf(programs: readonly ScenarioFile[]): (readonly [first: string, readonly ScenarioFile[]])[] {
  const size = 20;
  const starts = Array.from({ length: Math.ceil(programs.length / size) }, (_, group) => group * size);
  return starts.map((at) => [programs[at]?.name ?? "", programs.slice(at, at + size)]);
}

describe("the comparison", () => {
  const expected = [
    [0, "start", "main"],
    [5, "end", "main", { returned: 1, extra: null }],
  ];

  test("finds equal what differs only in the order of keys", () => {
    expect(
      firstDifference(expected, [
        [0, "start", "main"],
        [5, "end", "main", { extra: null, returned: 1 }],
      ]),
    ).toBeNull();
  });

  test("names the place, what was expected and what came", () => {
    const difference = firstDifference(expected, [
      [0, "start", "main"],
      [6, "end", "main", { returned: 1, extra: null }],
    ]);
    expect(difference).toMatch(/first difference at event 1 \(expected 2 events, got 2\)/);
    expect(difference).toMatch(/expected: \[5,"end".*\n\s+actual: \[6,"end"/);
  });

  test("notices events that are missing and events too many", () => {
    expect(firstDifference(expected, [[0, "start", "main"]])).toMatch(/actual: <end of list>/);
    expect(firstDifference([], [[0, "start", "main"]])).toMatch(/expected: <end of list>/);
  });
});

describe("the interpreter", () => {
  test("says what a scenario has that the language has not", () => {
    const scenario = { version: 1, coros: { main: [["fly"]] } };
    expect(() => runCoros(scenario)).toThrow("unknown statement fly");
    expect(() => runCoros({ version: 2, coros: {} })).toThrow("unknown scenario version 2");
    const guarded = { version: 1, coros: { main: [["try", { body: [["fly"]], except: [["BaseException", []]] }]] } };
    expect(() => runCoros(guarded)).toThrow("unknown statement fly");
  });
});
