/**
 * The attackers built to run where they attack: a script for the page, and an app whose thread host is hostile.
 */
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { nodeConfig } from "../../../scripts/build/node-config.mjs";
import { projectFolder } from "../../../scripts/setup/project.mjs";

const made = join("out", "hostile");

/** The text of one script that puts `pageAttack` (page-attack.ts) on its window. */
export async function pageAttackScript(): Promise<string> {
  const outDir = join(projectFolder, made, "page");
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: "chrome130",
      lib: {
        entry: "test/support/hostile/page-attack.ts",
        formats: ["iife"],
        name: "attack",
        fileName: () => "attack.js",
      },
    },
  });
  return readFileSync(join(outDir, "attack.js"), "utf8");
}

/** Builds the app with a hostile thread host, and gives its folder. The genuine app must have been built. */
export async function appWithHostileThreadHost(): Promise<string> {
  const folder = join(projectFolder, made, "app");
  const host = join(made, "thread-host");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(projectFolder, "out", "app"), join(folder, "out", "app"), { recursive: true });
  cpSync(join(projectFolder, "package.json"), join(folder, "package.json"));
  const entries = { "thread-host": "test/support/hostile/hostile-thread-host.ts" };
  await build(nodeConfig({ entries, folder: host, alone: true }));
  cpSync(join(projectFolder, host), join(folder, "out", "app", "utility"), { recursive: true });
  return folder;
}
