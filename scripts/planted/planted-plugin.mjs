// Plants the one bug that the environment names into the modules that a test loads. It is read at each transform: one
// process runs the tests of many bugs, one after another.
import { inProject } from "../setup/project.mjs";

/** The variable with the bug that is planted now, as JSON; empty while there is none. */
export const plantedVariable = "SPINSCOPE_PLANTED";

/** @typedef {{ name: string, module: string, right: string, wrong: string }} PlantedBug */

/** @returns {PlantedBug | undefined} */
export function plantedNow() {
  const written = process.env[plantedVariable];
  return written === undefined || written === "" ? undefined : JSON.parse(written);
}

/**
 * A module's text with the bug in it.
 * @param {PlantedBug} bug
 * @param {string} source
 * @throws {Error} unless the right text stands in it exactly once
 */
export function withBug({ name, module, right, wrong }, source) {
  const parts = source.split(right);
  if (parts.length === 2) return parts.join(wrong);
  throw new Error(`${name}: the text to be replaced stands ${parts.length - 1} times in ${module}`);
}

/** @returns {import("vite").Plugin} */
export function plantedPlugin() {
  return {
    name: "spinscope:planted",
    enforce: "pre",
    transform(source, id) {
      const bug = plantedNow();
      if (bug === undefined || id !== inProject(bug.module)) return null;
      return { code: withBug(bug, source), map: null };
    },
  };
}
