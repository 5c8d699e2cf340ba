/**
 * A second copy of the packaged app whose resources can be added to. Invariant: the first one is not touched; what both
 * share is linked, and the executable, whose fuse differs, is copied.
 */
import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";

/** Makes the copy in `twin` (absolute, not there yet) and gives that. */
export async function packagedTwin(
  packaged: string,
  twin: string,
  fuses: { readonly onlyLoadAppFromAsar: boolean },
): Promise<string> {
  for (const entry of readdirSync(packaged, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = join(twin, relative(packaged, entry.parentPath));
    mkdirSync(folder, { recursive: true });
    linkOrCopy(join(entry.parentPath, entry.name), join(folder, entry.name));
  }
  const executable = join(twin, "spinscope");
  rmSync(executable);
  copyFileSync(join(packaged, "spinscope"), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.OnlyLoadAppFromAsar]: fuses.onlyLoadAppFromAsar,
  });
  return twin;
}

/** A link costs no room; between two file systems there is none. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
