/**
 * Drafts of files that are being saved: beside their targets, under names that say whose they are. One whose process was
 * killed in the midst stays behind; the next save to that folder removes it.
 * Invariant: nothing is removed but what has the name of a draft, whose process is dead, and which nobody has written to for
 * a while: a folder can be shared with a machine whose processes can't be seen.
 */
import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/** A draft is written to without a pause, ms. */
const idleAfter = 60_000;

// Not with the target's own name in it: that may be as long as the file system lets a name be.
const form = /^\.spinscope-(?:(\d+)-([0-9a-f]+)-)?[0-9a-f]{16}\.part$/;

/** A new path in the folder of `target`. */
export function draftBeside(target: string): string {
  const { pid, start } = ownIdentity();
  return join(dirname(target), `.spinscope-${pid}-${start}-${randomBytes(8).toString("hex")}.part`);
}

/** Whether a file's name is that of a draft. */
export function isDraftName(name: string): boolean {
  return form.test(name);
}

/** Whose draft a file of that name is; undefined for another name, and for one of an older version. */
export function draftOwner(name: string): ProcessIdentity | undefined {
  const [, pid, start] = form.exec(name) ?? [];
  return start === undefined ? undefined : { pid: Number(pid), start };
}

/** Removes what dead processes left in the folder; returns the names. What can't be looked at stays, without a word. */
export function sweepDrafts(folder: string, now = Date.now()): readonly string[] {
  const self = ownIdentity();
  return namesIn(folder).filter((name) => {
    const owner = draftOwner(name);
    if (owner === undefined || isAlive(owner, self)) return false;
    const path = join(folder, name);
    try {
      if (now - statSync(path).mtimeMs < idleAfter) return false;
      rmSync(path);
      return true;
    } catch {
      return false;
    }
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
