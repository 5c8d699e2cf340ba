// The smaller checks of the house bite: each finds what it is for, and nothing in a tree that is in order.
import { afterEach, describe, expect, it } from "vitest";
import { checkFileSizes } from "../../scripts/checks/file-sizes.mjs";
import { checkInterfaceLiterals } from "../../scripts/checks/interface-literals.mjs";
import { checkMachinePaths } from "../../scripts/checks/machine-paths.mjs";
import { checkTypeEscapes } from "../../scripts/checks/type-escapes.mjs";
import { type PlantedTree, plantTree } from "./planted-tree.ts";

let tree: PlantedTree;
afterEach(() => tree.remove());

describe("the check of file sizes", () => {
  it("lets 250 lines pass and names a file of 251", () => {
    tree = plantTree({ "core/long.ts": "\n".repeat(251), "core/short.ts": "\n".repeat(250) });
    expect(checkFileSizes(tree.root)).toEqual(["core/long.ts has 251 lines, more than 250: part it by its concepts."]);
  });
});

describe("the check of words in the interface", () => {
  const shown: readonly (readonly [what: string, source: string, text: string])[] = [
    ["text between tags", "export const a = <p>Press Run</p>;", "Press Run"],
    ["text in braces", 'export const a = <p>{"Press Run"}</p>;', "Press Run"],
    ["a template's words", "export const a = <p>{`frames`}</p>;", "frames"],
    ["either branch of a choice", 'export const a = <p>{Math.random() > 1 ? "Run" : "Stop"}</p>;', "Run Stop"],
    ["a title", 'export const a = <p title="Press Run" />;', "Press Run"],
    ["a label that is read out", 'export const a = <p aria-label="Press Run" />;', "Press Run"],
    ["a placeholder", 'export const a = <input placeholder="seconds" />;', "seconds"],
  ];

  it.each(shown)("finds %s", (_what, source, text) => {
    tree = plantTree({ "renderer/wrong.tsx": `${source}\n` });
    const problems = checkInterfaceLiterals(tree.root);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`renderer/wrong.tsx:1 says “${text}”`);
  });

  it("finds a native menu's label", () => {
    tree = plantTree({ "electron/main/menu.ts": 'export const menu = [{ label: "Stop" }];\n' });
    expect(checkInterfaceLiterals(tree.root)).toHaveLength(1);
  });

  it("lets signs, numbers, classes and translated words pass", () => {
    tree = plantTree({
      "renderer/right.tsx": 'export const a = <p class="console" title={words("run")}>→ {words("run")} 3 s</p>;\n',
    });
    expect(checkInterfaceLiterals(tree.root)).toEqual([]);
  });
});

describe("the check of type escapes", () => {
  const escapes: readonly (readonly [what: string, source: string])[] = [
    ["a cast", "export const a = Object(1) as number;"],
    ["a non-null assertion", "export const a = [1][0]!;"],
    ["any", "export const a: any = 1;"],
    ["a comment that switches a rule off", `// ${"@ts"}-ignore\nexport const a = 1;`],
  ];

  it.each(escapes)("finds %s", (_what, source) => {
    tree = plantTree({ "core/trace/wrong.ts": `${source}\n` });
    expect(checkTypeEscapes(tree.root)).toHaveLength(1);
  });

  it("lets `as const` and `satisfies` pass", () => {
    tree = plantTree({ "core/right.ts": "export const a = [1] as const satisfies readonly number[];\n" });
    expect(checkTypeEscapes(tree.root)).toEqual([]);
  });
});

describe("the check of machine paths", () => {
  it("finds a path of one machine and lets an address or a relative path pass", () => {
    const path = ["", "home", "somebody", "notes"].join("/");
    tree = plantTree({ "docs/notes.md": `see ${path}\nhttps://example.org/work/x and out/work/ and ../tmp/y\n` });
    expect(checkMachinePaths(tree.root)).toEqual([`docs/notes.md:1 names a path of one machine: see ${path}`]);
  });
});
