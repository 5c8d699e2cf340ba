// A small checkout in a temporary folder, for tests that plant a fault and expect a check to find it.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectFolder } from "../../scripts/setup/project.mjs";

export interface PlantedTree {
  /** Its absolute path. */
  readonly root: string;
  readonly remove: () => void;
}

/**
 * Makes the tree: the given files, our rules, our packages.
 * @param files path to text
 */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), "spinscope-house-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  cpSync(join(projectFolder, ".dependency-cruiser.cjs"), join(root, ".dependency-cruiser.cjs"));
  symlinkSync(join(projectFolder, "node_modules"), join(root, "node_modules"), "dir");
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
