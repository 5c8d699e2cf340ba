/**
 * Plants a bug while bundles are made. Invariant: the bug is in what was built, or that is an error: a twin whose bug is
 * no longer there would prove nothing.
 */
import { join } from "node:path";
import type { Plugin } from "vite";
import { projectFolder } from "../../../scripts/setup/project.mjs";
import type { PlantedBug } from "./planted-bug.ts";

export interface Planting {
  /** For the bundler, before all others. The build fails when the right text does not stand exactly once in the module. */
  readonly plugin: Plugin;
  /** @throws when no bundle so far had the bug's module in it. */
  readonly demandPlanted: () => void;
}

export function plant({ name, module, right, wrong }: PlantedBug): Planting {
  const file = join(projectFolder, module);
  let isPlanted = false;
  const plugin: Plugin = {
    name: `planted:${name}`,
    enforce: "pre",
    transform(source, id) {
      if (id !== file) return null;
      const parts = source.split(right);
      if (parts.length !== 2) this.error(`the text to be replaced stands ${parts.length - 1} times in ${module}`);
      isPlanted = true;
      return { code: parts.join(wrong), map: null };
    },
  };
  const demandPlanted = (): void => {
    if (!isPlanted) throw new Error(`the bug "${name}" was not planted: ${module} is no part of what was built`);
  };
  return { plugin, demandPlanted };
}
