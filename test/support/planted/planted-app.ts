/**
 * The whole app with a bug in it, to be launched as the genuine one is: only the part that holds the bug is built again,
 * the others are those of the genuine build.
 */
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, type InlineConfig, type Plugin } from "vite";
import { targets } from "../../../scripts/build/targets.mjs";
import { projectFolder } from "../../../scripts/setup/project.mjs";
import { plant } from "./plant.ts";
import type { PlantedBug } from "./planted-bug.ts";

/** The parts of the app that a bug can be planted in. */
export type AppPart = "main" | "preload" | "utility" | "renderer";

/**
 * Builds the app with the bug, and those `beside` it, in those of its parts that are named, and gives the folder to launch
 * in place of the checkout's. The genuine app must have been built. @throws when one of them can't be planted.
 */
export async function plantedApp(
  bug: PlantedBug,
  parts: readonly AppPart[],
  beside: readonly PlantedBug[] = [],
): Promise<string> {
  const folder = join(projectFolder, "out", "planted", bug.name);
  const built = join(folder, "out", "app");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(projectFolder, "out", "app"), built, { recursive: true });
  cpSync(join(projectFolder, "package.json"), join(folder, "package.json"));
  const plantings = [bug, ...beside].map(plant);
  const plugins = plantings.map(({ plugin }) => plugin);
  for (const part of parts) {
    const config = targets[part]();
    if (config === undefined) throw new Error(`the app has no part "${part}"`);
    await build(withPlugins(config, plugins, join(built, part)));
  }
  for (const { demandPlanted } of plantings) demandPlanted();
  return folder;
}

function withPlugins(config: InlineConfig, added: readonly Plugin[], outDir: string): InlineConfig {
  const workers = config.worker?.plugins;
  return {
    ...config,
    plugins: [...added, ...(config.plugins ?? [])],
    build: { ...config.build, outDir, emptyOutDir: true },
    ...(workers === undefined ? {} : { worker: { ...config.worker, plugins: () => [...added, ...workers()] } }),
  };
}
