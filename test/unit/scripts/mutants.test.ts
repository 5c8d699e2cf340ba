import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { equivalentsFile, readEquivalents, sortOut } from "../../../scripts/mutants/equivalents.mjs";
import { folderOf, mutatedFolders } from "../../../scripts/mutants/folders.mjs";
import { mutantOf } from "../../../scripts/mutants/mutant.mjs";
import { inProject } from "../../../scripts/setup/project.mjs";

const source = ["export function full(size: number) {", "  return size >=", "    most;", "}"].join("\n");

function mutant(status: "Killed" | "Survived" | "NoCoverage" | "Timeout" | "RuntimeError") {
  const result = {
    id: "1",
    fileName: inProject("core", "asyncio", "queues.ts"),
    location: { start: { line: 2, column: 10 }, end: { line: 3, column: 9 } },
    mutatorName: "EqualityOperator",
    replacement: "size >\n    most",
    status,
  };
  return mutantOf(result, () => source);
}

describe("a mutant", () => {
  test("is told by what stands in the source, on one line", () => {
    expect(mutant("Survived")).toEqual({
      file: "core/asyncio/queues.ts",
      row: 2,
      mutator: "EqualityOperator",
      line: "return size >=",
      original: "size >= most",
      replacement: "size > most",
      killed: false,
      covered: true,
    });
  });

  test("counts as killed when its tests fail, can't be loaded or take too long", () => {
    const noticed = [mutant("Killed"), mutant("Timeout"), mutant("RuntimeError")];
    expect(noticed.map(({ killed }) => killed)).toEqual([true, true, true]);
    expect(mutant("NoCoverage")).toMatchObject({ killed: false, covered: false });
  });
});

describe("an equivalent mutant", () => {
  const { row: _, killed: __, covered: ___, ...what } = mutant("Survived");
  const entry = { ...what, reason: "sizes are never equal" };

  test("is taken out of those that survived", () => {
    const alive = mutant("Survived");
    expect(sortOut([alive], [entry])).toEqual({ equivalent: [alive], survived: [], problems: [] });
    expect(sortOut([alive], [])).toEqual({ equivalent: [], survived: [alive], problems: [] });
  });

  test("that is no longer there, or that a test kills, is a problem with a remedy", () => {
    expect(sortOut([], [entry]).problems).toEqual([expect.stringMatching(/^There is no longer .* remove the entry/)]);
    expect(sortOut([mutant("Killed")], [entry]).problems).toEqual([expect.stringMatching(/^A test kills .* remove/)]);
  });

  test("is listed with its reason, in its folder's file", () => {
    for (const folder of Object.keys(mutatedFolders)) {
      for (const { file } of readEquivalents(folder)) expect(folderOf(file), equivalentsFile(folder)).toBe(folder);
    }
  });
});

test("each mutated folder is there", () => {
  expect(Object.keys(mutatedFolders).filter((folder) => !existsSync(inProject(folder)))).toEqual([]);
  expect(folderOf("core/trace/folds/lines.ts")).toBe("core/trace");
  expect(folderOf("core/traces")).toBeUndefined();
});
