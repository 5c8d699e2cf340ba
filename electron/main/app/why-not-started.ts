/**
 * Why this process can't become the app, found out before Chromium does, which says nothing, dies of it, or kills the
 * instance that is there.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** What keeps the app from writing into its data folder, in the system's words; undefined when nothing does. */
export function whyNotWritable(folder: string): string | undefined {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    removeQuietly(probe);
  }
}

/**
 * The process id of the instance that has `folder` for its data, when it is suspended: asked to open a window it would not
 * answer, and Chromium would kill it for that. Undefined where there is none, or where it goes on.
 */
export function suspendedInstance(folder: string, isSuspended = isSuspendedHere): number | undefined {
  const owner = lockOwner(folder);
  return owner !== undefined && isSuspended(owner) ? owner : undefined;
}

/** Chromium's lock is a link to "host-pid" that leads nowhere; Windows has none, and suspends nobody. */
function lockOwner(folder: string): number | undefined {
  try {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(join(folder, "SingletonLock"))) ?? [];
    return host === hostname() ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

function isSuspendedHere(pid: number): boolean {
  try {
    const state =
      process.platform === "linux"
        ? /^State:\s*(\S)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
        : execFileSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" });
    return state?.trim().toUpperCase().startsWith("T") === true;
  } catch {
    return false;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It could not be written either.
  }
}
