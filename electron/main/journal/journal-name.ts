/**
 * The names of journals: `STEM.PID-START.journal`. The stem stays as long as the recording does: an ordinal that rises
 * from one journal to the next whatever the wall clock does, the time for a person to read, who made it, and its run. What
 * follows says whose it is now: a rename hands it on, and of several who try only one succeeds.
 */
import type { ProcessIdentity } from "../../node/process-identity.ts";

export interface JournalName {
  readonly stem: string;
  readonly ordinal: number;
  readonly owner: ProcessIdentity;
}

export const journalEnding = ".journal";

const form = /^((\d{8,})-.+)\.(\d+)-([0-9a-f]+)\.journal$/;

/** A stem for the next journal. `started`: ISO 8601. */
export function journalStem(ordinal: number, started: string, pid: number, run: number): string {
  return `${String(ordinal).padStart(8, "0")}-${started.replaceAll(/[:.]/g, "-")}-${pid}-${run}`;
}

/** The file's name of a journal that belongs to `owner`. */
export function journalFileName(stem: string, { pid, start }: ProcessIdentity): string {
  return `${stem}.${pid}-${start}${journalEnding}`;
}

/** What a file's name says; undefined for a name of another form. */
export function parseJournalName(name: string): JournalName | undefined {
  const [, stem, ordinal, pid, start] = form.exec(name) ?? [];
  if (stem === undefined || start === undefined) return undefined;
  return { stem, ordinal: Number(ordinal), owner: { pid: Number(pid), start } };
}
