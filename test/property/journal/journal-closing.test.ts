import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JournalClosing } from "../../../core/journal/journal-closing.ts";
import type { JournalEntry } from "../../../core/journal/journal-entry.ts";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { JournalSurvey } from "../../../core/journal/journal-survey.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { RecordingBuilder, type Unended } from "../../../core/journal/recording-builder.ts";
import { nextAfter } from "../../../core/trace/batch.ts";
import { checkRecording } from "../../../core/trace/check/check-recording.ts";
import type { AnyEvent } from "../../../core/trace/event.ts";
import type { ProducerId } from "../../../core/trace/ids.ts";
import type { Producer } from "../../../core/trace/producer.ts";
import type { RecordingHeader } from "../../../core/trace/recording.ts";
import { madeUpRun } from "../../support/made-up-run.ts";
import { runs } from "../../support/soak.ts";

const origin = 7_000_000_123.5;
const clocks = [{ id: 0, kind: "hrtime", errorUs: 0 }] as const;

const role = (id: ProducerId): Producer["role"] => (id === 0 ? "main" : id < 16 ? "coroutines" : "threads");

/** The journal of a made-up run, without an end; producers of one of the modes had said their last number. */
function unendedJournal(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const writer = new JournalWriter((bytes) => pieces.push(bytes.slice()), { app: "spinscope 0.0.0", host: {} });
  const started = "2026-01-31T14:05:09.000Z";
  const modes = ["threads", "coroutines"] as const;
  writer.begin({ lesson: "one-job-two-ways", modes, parameters: { job: 1 }, started, origin, clocks });
  const last = new Map<ProducerId, number>();
  const latest = new Map<ProducerId, number>();
  /** What is made up may step back by a little; a producer's stamps never do. */
  const forward = (id: ProducerId, t: number): number => {
    const stamp = Math.max(latest.get(id) ?? 0, t + origin);
    latest.set(id, stamp);
    return stamp;
  };
  for (const { batch } of madeUpRun({ job: 0.5, cancelAfter: 0.2 })) {
    const { producer: id } = batch;
    if (!last.has(id)) {
      writer.producer({ id, role: role(id), pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" });
    }
    last.set(id, nextAfter(batch) - 1);
    writer.append({ ...batch, columns: { ...batch.columns, t: batch.columns.t.map((t) => forward(id, t)) } });
  }
  for (const [id, lastSeq] of last) if (role(id) === "coroutines") writer.bye(id, lastSeq);
  return Buffer.concat(pieces);
}

const whole = unendedJournal();

/** The whole records of so many bytes. */
function entriesOf(bytes: Uint8Array): readonly JournalEntry[] {
  return new JournalReader().push(bytes);
}

function built(entries: readonly JournalEntry[], unended: Unended): { header: RecordingHeader; events: AnyEvent[] } {
  const builder = new RecordingBuilder();
  for (const entry of entries) builder.add(entry);
  const { header, events } = builder.build(unended);
  return { header, events: [...events] };
}

function closed(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const closing = new JournalClosing();
  for (const entry of entries) closing.add(entry);
  return [...entries, ...closing.entries("the app ended before the run did")];
}

const cuts = fc.integer({ min: 0, max: whole.length });

describe("a journal cut at any byte and closed", () => {
  it("holds every whole record, breaks no invariant, and says what a reader would have said of it", () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const entries = entriesOf(whole.subarray(0, cut));
        if (entries.length === 0) return;
        const done = built(closed(entries), "running");
        const read = built(entries, "died");
        expect(checkRecording(done).breaches).toEqual([]);
        expect(done.header).toEqual(read.header);
        expect(done.events.map(({ p, s, t, kind }) => [p, s, t, kind])).toEqual(
          read.events.map(({ p, s, t, kind }) => [p, s, t, kind]),
        );
        expect(done.events.filter((event) => "how" in event && event.how === "open")).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  it("is told as it is read: events, end, and how each mode ended", () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const entries = closed(entriesOf(whole.subarray(0, cut)));
        const survey = new JournalSurvey();
        for (const entry of entries) survey.add(entry);
        const { summary } = survey;
        if (entries.length === 0 || summary === undefined) {
          expect([entries.length, summary]).toEqual([0, undefined]);
          return;
        }
        const { events } = built(entries, "running");
        expect(summary.events).toBe(events.length);
        expect(summary.end).toBe(Math.max(0, ...events.map(({ t }) => t)));
        for (const { phase, outcome } of summary.modes) {
          expect(phase).toBe("ended");
          expect(outcome === undefined || outcome.how !== "stopped").toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("gets no second end", () => {
    const once = closed(entriesOf(whole));
    expect(closed(once)).toEqual(once);
  });
});
