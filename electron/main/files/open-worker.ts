/**
 * The worker thread that reads one file as a recording and ends: it writes what it reads as a journal, tells how far it
 * has come, and last what it read, or why it can't be read. Invariant: a file that is refused, or of which reading was
 * given up, leaves no journal.
 */
import { rmSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "../../../core/contract/schema.ts";
import { NativeRecording } from "../../../core/formats/native/native-recording.ts";
import { journalFromRecording, type RecordingSummary } from "../../../core/journal/journal-from-recording.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { endInQuiet } from "../../node/end-in-quiet.ts";
import { recordingPieces } from "../../node/recording-pieces.ts";
import { JournalFile } from "../journal/journal-file.ts";

const orderSchema = z.strictObject({
  /** The file to read, absolute. */
  path: z.string(),
  /** The journal to make of it: nothing is there yet. */
  journal: z.string(),
  /** One word in shared memory: not 0 once reading is to be given up. A thread that is ended in its midst may hang. */
  giveUp: z.instanceof(SharedArrayBuffer),
});
export type OpenOrder = z.infer<typeof orderSchema>;

/** The file as it was while it was read. */
export interface ReadFile {
  readonly summary: RecordingSummary;
  /** Bytes, and the time of its last change, ms. */
  readonly size: number;
  readonly modified: number;
  /** Of a file that was cut short: a sentence that says how much was read. */
  readonly cut?: string;
}

export type OpenNews =
  | { readonly type: "progress"; readonly read: number; readonly size: number }
  | { readonly type: "done"; readonly file: ReadFile }
  | { readonly type: "refused"; readonly reason: string };

function read({ path, journal, giveUp }: OpenOrder): ReadFile {
  const output = new JournalFile(journal);
  const word = new Int32Array(giveUp);
  let size = 0;
  let modified = 0;
  try {
    const pieces = recordingPieces(path, {
      onRead: (sofar, stats) => {
        if (Atomics.load(word, 0) !== 0) throw new Error("reading was given up");
        size = stats.size;
        modified = stats.mtimeMs;
        tell({ type: "progress", read: sofar, size });
      },
    });
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const recording = new NativeRecording(pieces, (bytes) => decoder.decode(bytes));
    const { app, host } = recording.header;
    const summary = journalFromRecording(recording, new JournalWriter(output.append, { app, host }));
    const cut = recording.ending?.cut;
    return { summary, size, modified, ...(cut === undefined ? {} : { cut }) };
  } finally {
    output.close();
  }
}

function tell(news: OpenNews): void {
  parentPort?.postMessage(news);
}

const order = orderSchema.parse(workerData);
try {
  tell({ type: "done", file: read(order) });
} catch (error) {
  rmSync(order.journal, { force: true });
  tell({ type: "refused", reason: error instanceof Error ? error.message : String(error) });
}
endInQuiet();
