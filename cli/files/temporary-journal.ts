/**
 * The journal of one run in the terminal: a file in the system's temporary folder, appended to synchronously and
 * removed after the run's exports were written.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { Committed } from "../../core/journal/committed.ts";
import { JournalWriter } from "../../core/journal/journal-writer.ts";
import type { JournalSink } from "../../core/runs/recording-sinks.ts";
import { version } from "../../package.json";

export interface TemporaryJournal {
  readonly path: string;
  readonly sink: JournalSink;
  /** What it holds so far. */
  readonly committed: () => Committed;
  /** Closes and removes the file. */
  discard(): void;
}

/** @throws when the temporary folder can't be written. */
export function temporaryJournal(): TemporaryJournal {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-"));
  const path = join(folder, "run.journal");
  const file = openSync(path, "wx");
  const append = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  const host = { node: process.versions.node, platform: process.platform, cpus: cpus().length };
  const writer = new JournalWriter(append, { app: `spinscope ${version}`, host });
  return {
    path,
    sink: writer,
    committed: () => writer.committed,
    discard: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
