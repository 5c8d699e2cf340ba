// What is built from what. A group is built as a whole, whenever one of its sources is newer than its stamp.
import { existsSync, readdirSync } from "node:fs";
import { inProject } from "../setup/project.mjs";
import { nodeConfig } from "./node-config.mjs";
import { rendererConfig } from "./renderer-config.mjs";

/** @typedef {"main" | "preload" | "utility" | "renderer" | "cli" | "conformance" | "bench"} TargetName */

/**
 * The entries whose file exists: a target that is not written yet is left out.
 * @param {Record<string, string>} entries
 */
function existing(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(inProject(file))));
}

/** Each benchmark file is an entry of its own, for those that run in a process or worker of their own. */
function benchEntries() {
  const folder = inProject("test", "bench");
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  return Object.fromEntries(files.map((name) => [name.slice(0, -".ts".length), `test/bench/${name}`]));
}

/**
 * @param {string} folder
 * @param {Record<string, string>} entries
 * @param {boolean} [alone]
 * @returns {import("vite").InlineConfig | undefined} undefined when none of the entries exists
 */
function nodeTarget(folder, entries, alone = false) {
  const present = existing(entries);
  return Object.keys(present).length > 0 ? nodeConfig({ entries: present, folder, alone }) : undefined;
}

/** @type {Record<TargetName, () => import("vite").InlineConfig | undefined>} */
export const targets = {
  main: () =>
    nodeTarget("out/app/main", {
      main: "electron/main/main.ts",
      "export-worker": "electron/main/files/export-worker.ts",
      "open-worker": "electron/main/files/open-worker.ts",
      "recover-worker": "electron/main/recovery/recover-worker.ts",
    }),
  preload: () => nodeTarget("out/app/preload", { preload: "electron/preload/preload.ts" }, true),
  utility: () =>
    nodeTarget("out/app/utility", {
      "thread-host": "electron/utility/thread-host.ts",
      "thread-worker": "electron/node/thread-worker.ts",
    }),
  renderer: () => (existsSync(inProject("renderer", "index.html")) ? rendererConfig() : undefined),
  cli: () =>
    nodeTarget("out/cli", {
      cli: "cli/cli.ts",
      "thread-host": "cli/thread-host-worker.ts",
      "thread-worker": "electron/node/thread-worker.ts",
      "coroutine-worker": "cli/coroutine-worker.ts",
    }),
  conformance: () =>
    nodeTarget("out/conformance", {
      run: "test/conformance/run.ts",
      "thread-worker": "test/conformance/threads/thread-worker.ts",
    }),
  bench: () => nodeTarget("out/bench", benchEntries()),
};
