import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importRecording } from "../../../core/formats/import-recording.ts";
import { journalFromRecording } from "../../../core/journal/journal-from-recording.ts";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { nextAfter } from "../../../core/trace/batch.ts";
import { rowOf } from "../../../core/trace/read-row.ts";
import type { Row } from "../../../core/trace/row.ts";
import { TraceTable } from "../../../core/trace/table.ts";
import { arbitraryRecording, recordingOf } from "../trace/arbitrary-recording.ts";

/** Each row by its event's name, without what a journal does not keep. */
function rowsByName(table: TraceTable): ReadonlyMap<string, Row> {
  const rows = Array.from({ length: table.length }, (_, index) => rowOf(table, index));
  return new Map(rows.map((row) => [`${row.producer}.${row.seq}`, { ...row, more: "" }]));
}

describe("a journal made of a file", () => {
  it("holds every row of the file once, its producers' numbers in order, and how many there are", () => {
    fc.assert(
      fc.property(arbitraryRecording, (made) => {
        const bytes: number[] = [];
        const writer = new JournalWriter((piece) => void bytes.push(...piece), { app: "", host: {} });
        const summary = journalFromRecording(recordingOf(made), writer);
        const reader = new JournalReader();
        const table = new TraceTable();
        const next = new Map<number, number>();
        for (const entry of reader.push(Uint8Array.from(bytes))) {
          if (entry.type !== "batch") continue;
          expect(entry.batch.from).toBe(next.get(entry.batch.producer) ?? 0);
          next.set(entry.batch.producer, nextAfter(entry.batch));
          table.append(entry.batch);
        }
        expect(reader.end()).toBeUndefined();
        expect(rowsByName(table)).toEqual(rowsByName(importRecording(recordingOf(made)).table));
        expect(summary.events).toBe(made.events.length);
      }),
    );
  });
});
