/**
 * A journal as a process left it that died, as long as is asked for, written to a file: a process, a thread, and a thread
 * that printed again and again.
 */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { JournalWriter } from "../../core/journal/journal-writer.ts";
import { laneOf, noLane, producerId } from "../../core/trace/ids.ts";
import type { Producer } from "../../core/trace/producer.ts";
import { Recorder } from "../../core/trace/recorder.ts";
import { TraceWriter } from "../../core/trace/writer.ts";
import { journalFileName, journalStem } from "../../electron/main/journal/journal-name.ts";
import type { ProcessIdentity } from "../../electron/node/process-identity.ts";

/** A process that can't be: there is no number so high. */
export const nobody: ProcessIdentity = { pid: 2 ** 31 - 2, start: "dead" };

export interface MadeJournal {
  /** The folder of journals, absolute, made when needed. */
  readonly folder: string;
  readonly ordinal: number;
  readonly events: number;
  readonly owner?: ProcessIdentity;
}

const rows = 8_192;
const producer: Producer = { id: producerId(0), role: "main", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" };

/** Writes it; gives its path. */
export function makeJournal({ folder, ordinal, events, owner = nobody }: MadeJournal): string {
  mkdirSync(folder, { recursive: true });
  const started = "2026-01-31T14:05:09.000Z";
  const path = join(folder, journalFileName(journalStem(ordinal, started, owner.pid, 1), owner));
  const file = openSync(path, "wx");
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  const journal = new JournalWriter(write, { app: "spinscope 0.0.0", host: {} });
  const clocks = [{ id: 0, kind: "hrtime", errorUs: 0 }] as const;
  journal.begin({ lesson: "one-job-two-ways", modes: ["threads"], parameters: {}, started, origin: 1_000, clocks });
  const threads: Producer = { ...producer, id: producerId(16), role: "threads", pid: 2 };
  journal.producer(producer);
  journal.producer(threads);
  const recorder = new Recorder({ producer: threads.id, capacity: rows });
  const writer = new TraceWriter(threads.id, recorder);
  const process = writer.laneCreated(1_010, "process", "threads", "threads 2", noLane, noLane);
  writer.laneCreated(1_020, "thread", "threads", "MainThread", process, process);
  for (let event = 2; event < events; event++) {
    writer.output(1_030 + event, laneOf(threads.id, 1), event % 2 === 0 ? "|" : "/");
    if (event % rows !== 0) continue;
    for (const batch of recorder.flush()) journal.append(batch);
    recorder.acknowledge(event + 1);
  }
  for (const batch of recorder.flush()) journal.append(batch);
  closeSync(file);
  return path;
}
