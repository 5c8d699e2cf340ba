// Builds what is stale. With nothing stale it costs a walk over the sources.
import { existsSync } from "node:fs";
import { SetupError, step } from "../setup/progress.mjs";
import { inProject } from "../setup/project.mjs";
import { groups } from "./groups.mjs";
import { fingerprint, readStamp, removeStamp, writeStamp } from "./stamp.mjs";

/**
 * Builds a group's targets one after another: each bundler uses every core by itself.
 * @param {import("./groups.mjs").Group} group
 */
async function buildTargets(group) {
  const [{ build }, { targets }] = await Promise.all([import("vite"), import("./targets.mjs")]);
  for (const name of group.targets) {
    const config = targets[name]();
    if (!config) continue;
    await build(config).catch((error) => {
      throw new SetupError(`${name} could not be built: ${error instanceof Error ? error.message : error}`);
    });
  }
}

/**
 * Makes sure that what these groups build is built from the sources as they are.
 * @param {readonly import("./groups.mjs").GroupName[]} names
 * @throws {SetupError} with what the bundler says of a source that it cannot build
 */
export async function ensureBuilt(names) {
  for (const name of names) {
    const group = groups[name];
    const current = fingerprint(group.sources.map((source) => inProject(source)));
    if (readStamp(name) === current && existsSync(inProject(group.folder))) continue;
    removeStamp(name);
    await step(`Building ${group.folder}`, () => buildTargets(group));
    writeStamp(name, current);
  }
}
