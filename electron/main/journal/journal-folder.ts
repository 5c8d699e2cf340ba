/**
 * The folder of journals as it lies on the disk. What was decided of a recording stands beside its journal, as a small
 * file: `STEM.settled` when nothing is to be offered any more, `STEM.later` when it is not to be offered by itself.
 * Invariants: a journal that belongs to another living process is not touched; one of which nothing was decided is never
 * removed; `.corrupt` files are never removed.
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ProcessIdentity } from "../../node/process-identity.ts";
import { journalEnding, parseJournalName } from "./journal-name.ts";

/** Decided journals that are kept, the newest: somebody may still want to look for one. */
const kept = 8;

/** Saved in a file, given up when the app was closed, or put aside by later runs. */
export type Settlement = "saved" | "declined" | "replaced";

export interface JournalInFolder {
  /** Absolute. */
  readonly path: string;
  readonly stem: string;
  readonly ordinal: number;
  readonly owner: ProcessIdentity;
  /** What was decided of its recording. */
  readonly decided: "nothing" | "later" | "settled";
}

/** The journals in `folder`, the oldest first. @throws when it can't be read. */
export function journalsIn(folder: string): readonly JournalInFolder[] {
  const names = new Set(readdirSync(folder));
  const journals = [...names].flatMap((name): readonly JournalInFolder[] => {
    const parsed = parseJournalName(name);
    if (parsed === undefined) return [];
    const { stem } = parsed;
    const decided = names.has(`${stem}.settled`) ? "settled" : names.has(`${stem}.later`) ? "later" : "nothing";
    return [{ ...parsed, path: join(folder, name), decided }];
  });
  return journals.sort((a, b) => a.ordinal - b.ordinal || (a.stem < b.stem ? -1 : 1));
}

/** Nothing of the recording whose journal is at `path` is to be offered any more. @throws when the disk refuses. */
export function settleJournal(path: string, how: Settlement): void {
  mark(path, "settled", how);
}

/** The recording whose journal is at `path` is not to be offered by itself any more. @throws when the disk refuses. */
export function postponeJournal(path: string): void {
  mark(path, "later", "not now");
}

/**
 * Removes decided journals but the newest few. Those `inUse` (absolute) are kept, and those of which `isOthers` says that
 * they belong to another living process.
 */
export function tidyJournals(
  folder: string,
  inUse: readonly string[],
  isOthers: (owner: ProcessIdentity) => boolean,
): void {
  const decided = journalsIn(folder).filter(({ decided }) => decided !== "nothing");
  for (const { path, stem, owner } of decided.slice(0, -kept)) {
    if (inUse.includes(path) || isOthers(owner)) continue;
    rmSync(path, { force: true });
    for (const ending of ["later", "settled"]) rmSync(join(folder, `${stem}.${ending}`), { force: true });
  }
}

function mark(path: string, ending: string, words: string): void {
  const name = basename(path);
  const stem = parseJournalName(name)?.stem ?? name.slice(0, -journalEnding.length);
  writeFileSync(join(dirname(path), `${stem}.${ending}`), `${words}\n`);
}
