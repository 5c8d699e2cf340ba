/**
 * A small recording made by the product's own journal, to be spoilt: a process and a thread that printed twice and
 * ended, its journal's bytes, and the file that is exported of them.
 */
import { writeNative } from "../../../core/formats/native/native-writer.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { recordingFromJournal } from "../../../core/journal/recording-from-journal.ts";
import { noLane, producerId } from "../../../core/trace/ids.ts";
import type { Producer } from "../../../core/trace/producer.ts";
import { Recorder } from "../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../core/trace/writer.ts";
import { nothingKnown } from "../nothing-known.ts";

const origin = 1_000_000;
const main: Producer = { id: producerId(0), role: "main", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" };
const threads: Producer = { ...main, id: producerId(16), role: "threads", pid: 2 };

/** The journal's records, in their order. `isEnded`: with the record that ends it. */
export function madeJournal(isEnded = true): Uint8Array {
  const pieces: Uint8Array[] = [];
  const journal = new JournalWriter((bytes) => pieces.push(bytes.slice()), { app: "spinscope 0.0.0", host: {} });
  const clocks = [{ id: 0, kind: "hrtime", errorUs: 0 }] as const;
  const started = "2026-01-31T14:05:09.000Z";
  journal.begin({ lesson: "one-job-two-ways", modes: ["threads"], parameters: {}, started, origin, clocks });
  journal.producer(main);
  journal.producer(threads);
  const recorder = new Recorder({ producer: threads.id });
  const writer = new TraceWriter(threads.id, recorder);
  const flush = () => {
    for (const batch of recorder.flush()) journal.append(batch);
  };
  const process = writer.laneCreated(origin + 10, "process", "threads", "threads 2", noLane, noLane);
  const thread = writer.laneCreated(origin + 20, "thread", "threads", "MainThread", process, process);
  flush();
  writer.output(origin + 30, thread, "first\n");
  writer.output(origin + 40, thread, "second\n");
  flush();
  if (isEnded) {
    writer.laneEnded(origin + 50, thread, "returned");
    writer.laneEnded(origin + 60, process, "open");
    flush();
    journal.end({ clocks, producers: [main, threads], dropped: 0 });
  }
  return Buffer.concat(pieces);
}

/** What is exported of it. */
export function madeExport(journal: Uint8Array): string {
  return [...writeNative(recordingFromJournal([journal], "running", nothingKnown).recording)].join("");
}
