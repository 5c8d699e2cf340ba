// The import rules bite: each is broken once in a small tree, and must be found by name.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkImportRules } from "../../scripts/checks/import-rules.mjs";
import { type PlantedTree, plantTree } from "./planted-tree.ts";

/** Files that keep every rule, one a place, to be imported wrongly. */
const house = {
  "core/asyncio/index.ts": 'import { time } from "../programs/index.ts";\nexport const loop = time;\n',
  "core/contract/run.ts": 'import { z } from "zod";\nexport const schema = z.string();\n',
  "core/programs/index.ts": "export const time = 1;\n",
  "core/threading/index.ts": "export const thread = 1;\n",
  "core/trace/table.ts": "export const table = 1;\n",
  "lessons/one/lesson.ts": 'import { spin } from "./programs/spin.ts";\nexport const lesson = spin;\n',
  "lessons/one/programs/spin.ts": 'import { thread } from "spinscope/threading";\nexport const spin = thread;\n',
  "electron/main/main.ts": 'import { app } from "electron/main";\nexport const main = app;\n',
  "electron/preload/preload.ts": 'import { contextBridge } from "electron";\ncontextBridge.toString();\n',
  "electron/node/timers.ts": 'import { setTimeout } from "node:timers";\nexport const after = setTimeout;\n',
  "electron/utility/thread-host.ts": 'import { Worker } from "node:worker_threads";\nexport const host = Worker;\n',
  "renderer/page.tsx":
    'import { render } from "preact";\nexport const page = () => <p class="page">{String(render)}</p>;\n',
  "cli/cli.ts": 'import { lesson } from "../lessons/one/lesson.ts";\nexport const cli = lesson;\n',
  "test/clock.ts": "export const clock = 1;\n",
  "scripts/start.mjs": "export const start = 1;\n",
};

/** A rule, the file that breaks it, and the import that does. */
const faults: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ["core-is-pure", "core/trace/wrong.ts", "../../lessons/one/lesson.ts"],
  ["core-is-pure", "core/trace/wrong.ts", "../../electron/main/main.ts"],
  ["core-is-pure", "core/trace/wrong.ts", "node:fs"],
  ["core-is-pure", "core/contract/wrong.ts", "preact"],
  ["zod-at-the-edges", "core/trace/wrong.ts", "zod"],
  ["runtimes-know-no-trace", "core/asyncio/wrong.ts", "../trace/table.ts"],
  ["runtimes-know-no-trace", "core/threading/wrong.ts", "../trace/table.ts"],
  ["runtimes-meet-in-the-bridges", "core/asyncio/wrong.ts", "../threading/index.ts"],
  ["runtimes-meet-in-the-bridges", "core/threading/wrong.ts", "../asyncio/index.ts"],
  ["lessons-use-core", "lessons/one/wrong.ts", "../../renderer/page.tsx"],
  ["programs-read-as-a-users", "lessons/one/programs/wrong.ts", "../../../core/threading/index.ts"],
  ["spinscope-names-are-for-programs", "renderer/wrong.ts", "spinscope/threading"],
  ["electron-parts-meet-in-the-contract", "electron/main/wrong.ts", "../utility/thread-host.ts"],
  ["electron-parts-meet-in-the-contract", "electron/preload/wrong.ts", "../main/main.ts"],
  ["main-runs-no-lesson", "electron/main/wrong.ts", "../../lessons/one/lesson.ts"],
  ["electron-keeps-to-itself", "electron/utility/wrong.ts", "../../renderer/page.tsx"],
  ["the-page-has-no-node", "renderer/wrong.ts", "../cli/cli.ts"],
  ["the-page-has-no-builtins", "renderer/wrong.ts", "node:fs"],
  ["the-page-has-no-electron", "renderer/wrong.ts", "electron"],
  ["the-page-has-no-node", "renderer/wrong.tsx", "electron/renderer"],
  ["the-command-line-is-plain-node", "cli/wrong.ts", "../electron/main/main.ts"],
  ["the-preload-has-no-node", "electron/preload/wrong.ts", "../node/timers.ts"],
  ["node-without-electron", "electron/node/wrong.ts", "electron/main"],
  ["electron-parts-meet-in-the-contract", "electron/node/wrong.ts", "../main/main.ts"],
  ["nothing-imports-tests", "renderer/wrong.ts", "../test/clock.ts"],
  ["scripts-stand-apart", "cli/wrong.ts", "../scripts/start.mjs"],
  ["imports-resolve", "core/trace/wrong.ts", "./nowhere.ts"],
];

describe("the import rules", () => {
  let tree: PlantedTree;
  afterEach(() => tree.remove());

  it("find nothing in a tree that keeps them", async () => {
    tree = plantTree(house);
    expect(await checkImportRules(tree.root)).toEqual([]);
  });

  it.each(faults)("name %s when %s imports %s", async (rule, file, imported) => {
    tree = plantTree({ ...house, [file]: `import "${imported}";\n` });
    const problems = await checkImportRules(tree.root);
    expect(problems.join("\n")).toContain(`${file} → `);
    expect(problems.join("\n")).toContain(`${rule}: `);
  });

  it("see an import that is only of types", async () => {
    tree = plantTree({
      ...house,
      "core/asyncio/wrong.ts": 'import type { table } from "../trace/table.ts";\nexport type Table = typeof table;\n',
    });
    expect((await checkImportRules(tree.root)).join("\n")).toContain("runtimes-know-no-trace");
  });

  it("see what is only exported again, and what is imported when needed", async () => {
    tree = plantTree({
      ...house,
      "core/asyncio/wrong.ts": 'export * from "../trace/table.ts";\n',
      "core/threading/wrong.ts": 'export const table = () => import("../trace/table.ts");\n',
    });
    const problems = (await checkImportRules(tree.root)).join("\n");
    expect(problems).toContain("core/asyncio/wrong.ts → core/trace/table.ts");
    expect(problems).toContain("core/threading/wrong.ts → core/trace/table.ts");
  });

  it("find a circle and name its way", async () => {
    tree = plantTree({
      ...house,
      "core/trace/a.ts": 'import { b } from "./b.ts";\nexport const a = () => b;\n',
      "core/trace/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;\n',
    });
    expect((await checkImportRules(tree.root)).join("\n")).toContain(
      "core/trace/a.ts → core/trace/b.ts → core/trace/a.ts",
    );
  });

  it("fail when sources are not read, where they would otherwise pass", async () => {
    tree = plantTree({ ...house, "core/asyncio/wrong.ts": 'import "../trace/table.ts";\n' });
    const config = join(tree.root, ".dependency-cruiser.cjs");
    writeFileSync(config, readFileSync(config, "utf8").replace("^out/", "\\\\.ts$"));
    expect((await checkImportRules(tree.root)).join("\n")).toContain("not read");
  });
});
