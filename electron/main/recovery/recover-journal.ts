/**
 * Makes a dead process's journal a whole one: reads every whole record, sets a damaged rest aside, and appends what the
 * journal lacks. Reads and writes synchronously: to be called in a worker thread. Invariants: not a byte is removed from
 * the journal before it is on the disk elsewhere; whatever fails or dies halfway leaves a journal that can be recovered
 * again; a whole journal is not written to.
 */
import { closeSync, fsyncSync, openSync, readSync, renameSync, statSync, truncateSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { atomicSave } from "../../../core/formats/save/atomic-save.ts";
import { JournalClosing } from "../../../core/journal/journal-closing.ts";
import type { JournalEntry } from "../../../core/journal/journal-entry.ts";
import type { RecordingSummary } from "../../../core/journal/journal-from-recording.ts";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { JournalSurvey } from "../../../core/journal/journal-survey.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { filePieces } from "../../node/file-pieces.ts";
import { nodeSaveFiles } from "../../node/node-save-files.ts";
import { parseJournalName } from "../journal/journal-name.ts";

export interface RecoveredJournal {
  /** Undefined where nothing was recorded: there is nothing to offer. */
  readonly summary: RecordingSummary | undefined;
  /** Where a damaged rest was set aside, absolute. */
  readonly setAside: string | undefined;
}

/**
 * Recovers the journal at `path` (absolute). `reason`: a sentence for the lanes that its writer's death ended. @throws
 * when the disk refuses; then it can be tried again.
 */
export function recoverJournal(path: string, reason: string): RecoveredJournal {
  const closing = new JournalClosing();
  const survey = new JournalSurvey();
  const reader = new JournalReader();
  for (const piece of filePieces(path)) {
    for (const entry of reader.push(piece)) {
      closing.add(entry);
      survey.add(entry);
    }
  }
  const damage = reader.end();
  if (survey.summary === undefined) {
    // Not even a first record: the whole of it is the damaged rest. An empty file holds nothing at all.
    return { summary: undefined, setAside: statSync(path).size === 0 ? undefined : setWholeAside(path) };
  }
  const setAside = damage === undefined ? undefined : setRestAside(path, damage.at);
  const missing = closing.entries(reason);
  append(path, missing);
  for (const entry of missing) survey.add(entry);
  const { summary } = survey;
  // Main's own process lane is written in the instant in which a recording begins: without it there is nothing to see.
  return { summary: summary.events === 0 ? undefined : summary, setAside };
}

function append(path: string, entries: readonly JournalEntry[]): void {
  if (entries.length === 0) return;
  const file = openSync(path, "a");
  try {
    const write = (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    };
    const writer = new JournalWriter(write, { app: "", host: {} }, true);
    for (const entry of entries) {
      if (entry.type === "batch") writer.append(entry.batch);
      else if (entry.type === "end") writer.end(entry.end);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function setWholeAside(path: string): string {
  const aside = freePlace(path);
  renameSync(path, aside);
  return aside;
}

/** Copies what stands from `at` on to a file beside the journal, and then cuts it off. */
function setRestAside(path: string, at: number): string {
  const aside = freePlace(path);
  atomicSave(nodeSaveFiles, aside, rest(path, at));
  truncateSync(path, at);
  return aside;
}

function* rest(path: string, from: number): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const buffer = new Uint8Array(1_048_576);
    for (let at = from; ; ) {
      const size = readSync(file, buffer, 0, buffer.length, at);
      if (size === 0) return;
      yield buffer.subarray(0, size);
      at += size;
    }
  } finally {
    closeSync(file);
  }
}

/** `STEM.corrupt`; with a number where one is there already: what was set aside is never replaced. */
function freePlace(path: string): string {
  const stem = parseJournalName(basename(path))?.stem ?? basename(path);
  for (let number = 1; ; number++) {
    const place = join(dirname(path), number === 1 ? `${stem}.corrupt` : `${stem}.${number}.corrupt`);
    if (statSync(place, { throwIfNoEntry: false }) === undefined) return place;
  }
}
