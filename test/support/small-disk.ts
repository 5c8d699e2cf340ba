/**
 * A disk that is really full after a few kilobytes: a file system in memory, of a size, mounted for one test. Linux lets
 * root alone mount; elsewhere a test that needs it is skipped and says so.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  /** Absolute. */
  readonly folder: string;
  /** Makes it so many KiB large. */
  readonly grow: (kibibytes: number) => void;
  /** Unmounts it: what is on it is gone. */
  readonly remove: () => void;
}

/** Why there can be no small disk here; undefined when there can. */
export const whyNoSmallDisk: string | undefined =
  process.platform === "linux" && process.getuid?.() === 0 ? undefined : "only root on Linux can mount a small disk";

/** Mounts a disk of so many KiB; whole pages of 4 KiB are used. @throws where `whyNoSmallDisk` says so. */
export function smallDisk(kibibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kibibytes}k`, "tmpfs", folder]);
  const grow = (larger: number): void => {
    execFileSync("mount", ["-o", `remount,size=${larger}k`, folder]);
  };
  const remove = (): void => {
    execFileSync("umount", ["--lazy", folder]);
    rmdirSync(folder);
  };
  return { folder, grow, remove };
}
