/**
 * A disk that can only be read, with files on it: permissions do not bind root, a mount does. Linux lets root alone mount.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type SmallDisk, smallDisk } from "./small-disk.ts";

/** Mounts it with these files. @throws where `whyNoSmallDisk` says so. */
export function readOnlyDisk(files: Readonly<Record<string, string>>): SmallDisk {
  const disk = smallDisk(64);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(disk.folder, name), text);
  execFileSync("mount", ["-o", "remount,ro", disk.folder]);
  return disk;
}
