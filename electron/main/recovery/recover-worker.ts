/**
 * The worker thread that looks, once a start, for what a process left behind that died: journals of which nothing was
 * decided are made whole and told of, the newest first; drafts of saves are removed. What belongs to a living process is
 * left alone.
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "../../../core/contract/schema.ts";
import type { RecordingSummary } from "../../../core/journal/journal-from-recording.ts";
import { endInQuiet } from "../../node/end-in-quiet.ts";
import { askedStart, isAlive, type ProcessIdentity, unknownStart } from "../../node/process-identity.ts";
import { type JournalInFolder, journalsIn, settleJournal } from "../journal/journal-folder.ts";
import { removeDrafts } from "./abandoned-drafts.ts";
import { claimJournal } from "./claim-journal.ts";
import { recoverJournal } from "./recover-journal.ts";

const orderSchema = z.strictObject({
  /** Folders, absolute: of journals, of notes of saves, of the app's own small files. */
  recordings: z.string(),
  saves: z.string(),
  own: z.string(),
  self: z.strictObject({ pid: z.int(), start: z.string() }),
  /** What is said of lanes that were open. */
  reason: z.string(),
});
export type RecoveryOrder = z.infer<typeof orderSchema>;

export type RecoveryNews =
  /** Who this process is, known now for certain. */
  | { readonly type: "self"; readonly self: ProcessIdentity }
  | {
      readonly type: "recovered";
      /** Absolute. */
      readonly journal: string;
      readonly summary: RecordingSummary;
      /** The name of the file in which a damaged rest was set aside. */
      readonly setAside: string | undefined;
      /** A person did not want it offered by itself again. */
      readonly isPostponed: boolean;
    }
  /** Something can't be recovered now, and will be tried again at the next start. */
  | { readonly type: "failed"; readonly name: string; readonly reason: string }
  /** For the log. */
  | { readonly type: "note"; readonly line: string };

const order = orderSchema.parse(workerData);

function tell(news: RecoveryNews): void {
  parentPort?.postMessage(news);
}

function sayWhy(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function identity(): ProcessIdentity {
  const { pid, start } = order.self;
  return { pid, start: start === unknownStart ? (askedStart(pid) ?? start) : start };
}

function recover(journal: JournalInFolder, self: ProcessIdentity): void {
  const path = claimJournal(journal, self);
  if (path === undefined) return;
  const { summary, setAside } = recoverJournal(path, order.reason);
  if (setAside !== undefined) tell({ type: "note", line: `a damaged rest was set aside as ${setAside}` });
  if (summary !== undefined) {
    const isPostponed = journal.decided === "later";
    const name = setAside === undefined ? undefined : basename(setAside);
    tell({ type: "recovered", journal: path, summary, setAside: name, isPostponed });
  } else if (existsSync(path)) settleJournal(path, "declined");
}

const self = identity();
tell({ type: "self", self });
const isDead = (owner: ProcessIdentity): boolean => !isAlive(owner, self, askedStart);
if (existsSync(order.recordings)) {
  for (const journal of journalsIn(order.recordings).toReversed()) {
    if (journal.decided === "settled" || !isDead(journal.owner)) continue;
    try {
      recover(journal, self);
    } catch (error) {
      tell({ type: "failed", name: journal.stem, reason: sayWhy(error) });
    }
  }
}
try {
  for (const path of removeDrafts(order.saves, [order.own, order.recordings], isDead)) {
    tell({ type: "note", line: `the draft of a save that did not come to its end was removed: ${path}` });
  }
} catch (error) {
  tell({ type: "note", line: `drafts of saves can't be removed: ${sayWhy(error)}` });
}
endInQuiet();
