/**
 * A module of the product as it would be with a bug in it, loaded into this process beside the genuine one.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { nodeConfig } from "../../../scripts/build/node-config.mjs";
import { projectFolder } from "../../../scripts/setup/project.mjs";
import { plant } from "./plant.ts";
import type { PlantedBug } from "./planted-bug.ts";

/**
 * Bundles `entry` (relative to the checkout) with the bug in it or in a module that it imports, and loads that. `genuine`
 * is the entry's own module: what is loaded has its exports. Classes of the one are not those of the other: checks that
 * take either go by names. @throws when the bug can't be planted.
 */
export async function plantedModule<Module extends object>(
  bug: PlantedBug,
  entry: string,
  genuine: Module,
): Promise<Module> {
  const folder = join("out", "planted", bug.name);
  const config = nodeConfig({ entries: { module: entry }, folder });
  const { plugin, demandPlanted } = plant(bug);
  await build({ ...config, plugins: [plugin, ...(config.plugins ?? [])] });
  demandPlanted();
  const loaded: unknown = await import(pathToFileURL(join(projectFolder, folder, "module.cjs")).href);
  const exported: unknown = typeof loaded === "object" && loaded !== null ? Reflect.get(loaded, "default") : undefined;
  for (const candidate of [exported, loaded]) if (hasExportsOf(genuine, candidate)) return candidate;
  throw new Error(`${entry} with the bug "${bug.name}" does not export what ${entry} exports`);
}

function hasExportsOf<Module extends object>(genuine: Module, candidate: unknown): candidate is Module {
  if (typeof candidate !== "object" || candidate === null) return false;
  return Object.entries(genuine).every(([name, value]) => typeof Reflect.get(candidate, name) === typeof value);
}
