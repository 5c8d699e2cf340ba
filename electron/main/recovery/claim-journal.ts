/**
 * Makes a dead process's journal one's own, by its name. Of several who try at once exactly one succeeds: a file can be
 * renamed away once only.
 */
import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProcessIdentity } from "../../node/process-identity.ts";
import type { JournalInFolder } from "../journal/journal-folder.ts";
import { journalFileName } from "../journal/journal-name.ts";

/** The journal's new path (absolute); undefined when somebody else was faster. @throws when the disk refuses. */
export function claimJournal({ path, stem }: JournalInFolder, self: ProcessIdentity): string | undefined {
  const own = join(dirname(path), journalFileName(stem, self));
  try {
    renameSync(path, own);
    return own;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
