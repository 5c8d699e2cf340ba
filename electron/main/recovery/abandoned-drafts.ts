/**
 * Drafts of saves that died with their process. An export leaves a note of its draft's path until it has come to its end,
 * so that the next start removes exactly that file, wherever it is; the app's own small files are saved in its own folder.
 * Invariant: nothing is removed but what has the name of a draft and belongs to no living process.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { draftOwner, isDraftName } from "../../node/drafts.ts";
import type { ProcessIdentity } from "../../node/process-identity.ts";
import { parseSaveNote } from "./save-note.ts";

/** Such a file is written in far less, ms. */
const longestSave = 10_000;

/** Removes them; returns their paths. `saves`: the folder of notes; `own`: those in which the app saves files of its own. @throws */
export function removeDrafts(
  saves: string,
  own: readonly string[],
  isDead: (owner: ProcessIdentity) => boolean,
): readonly string[] {
  return [...noted(saves, isDead), ...own.flatMap((folder) => ownDrafts(folder, isDead))];
}

function noted(folder: string, isDead: (owner: ProcessIdentity) => boolean): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const owner = parseSaveNote(name);
    if (owner === undefined || !isDead(owner)) return [];
    const note = join(folder, name);
    const draft = readFileSync(note, "utf8");
    const isDraft = isAbsolute(draft) && isDraftName(basename(draft));
    // Its disk may be away for now.
    if (isDraft && !existsSync(dirname(draft))) return [];
    const removed = isDraft && existsSync(draft);
    if (removed) rmSync(draft);
    rmSync(note, { force: true });
    return removed ? [draft] : [];
  });
}

function ownDrafts(folder: string, isDead: (owner: ProcessIdentity) => boolean): readonly string[] {
  if (!existsSync(folder)) return [];
  const drafts = readdirSync(folder).filter(isDraftName);
  return drafts.flatMap((name) => {
    const path = join(folder, name);
    const owner = draftOwner(name);
    const isAbandoned = owner === undefined ? Date.now() - statSync(path).mtimeMs >= longestSave : isDead(owner);
    if (!isAbandoned) return [];
    rmSync(path, { force: true });
    return [path];
  });
}
