import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../../core/journal/journal-entry.ts";
import { JournalSurvey } from "../../../../core/journal/journal-survey.ts";
import {
  batchEntry,
  gapEntry,
  lane,
  laneId,
  origin,
  producerEntry,
  producerOf,
  startEntry,
} from "../../../support/journal-entries.ts";

function summaryOf(entries: readonly JournalEntry[]) {
  const survey = new JournalSurvey();
  for (const entry of entries) survey.add(entry);
  return survey.summary;
}

const threads = (tail: "known" | "unknown" = "known"): JournalEntry => ({
  type: "end",
  end: { clocks: [], producers: [producerOf(16, { tail })], dropped: 12 },
});

describe("what a journal holds", () => {
  test("is nothing before its first record", () => {
    expect(summaryOf([])).toBeUndefined();
    expect(summaryOf([producerEntry(0), threads()])).toBeUndefined();
  });

  test("is told from its first record, with the parameters that a run could have had", () => {
    const parameters = { job: 3, deep: { a: 1 }, message: "thinking!" };
    expect(summaryOf([startEntry({ parameters })])).toEqual({
      lesson: "one-job-two-ways",
      modes: [
        { mode: "threads", phase: "ended" },
        { mode: "coroutines", phase: "ended" },
      ],
      parameters: { job: 3, message: "thinking!" },
      started: "2026-11-22T09:00:00.000Z",
      events: 0,
      dropped: 0,
      end: 0,
      errorUs: null,
      lanes: [],
    });
  });

  test("counts every row, gaps too, and takes what was dropped from its end", () => {
    const entries = [
      startEntry(),
      producerEntry(16),
      batchEntry(16, 0, (writer) => {
        for (let n = 0; n < 5; n++) writer.output(origin + n, 0, "x");
      }),
      gapEntry(16, 5, 16),
    ];
    expect(summaryOf(entries)).toMatchObject({ events: 6, dropped: 0 });
    expect(summaryOf([...entries, threads()])).toMatchObject({ events: 6, dropped: 12, end: 4 });
  });

  test("has the outcome of each mode's first thread or task, by time and not by arrival", () => {
    const summary = summaryOf([
      startEntry(),
      producerEntry(16),
      producerEntry(1),
      batchEntry(16, 0, (writer) => {
        lane(writer, origin + 1, "process");
        const later = lane(writer, origin + 30, "thread");
        writer.laneEnded(origin + 40, later, "raised", { error: "ValueError: later" });
      }),
      batchEntry(17, 0, (writer) => {
        const first = lane(writer, origin + 20, "thread");
        writer.laneEnded(origin + 50, first, "returned", { value: 42 });
      }),
      batchEntry(1, 0, (writer) => {
        lane(writer, origin + 2, "loop", "coroutines");
        const task = lane(writer, origin + 3, "task", "coroutines");
        writer.laneEnded(origin + 60, task, "raised", { error: "ValueError: no" });
      }),
    ]);
    expect(summary?.modes).toEqual([
      { mode: "threads", phase: "ended", outcome: { how: "returned", value: 42 } },
      { mode: "coroutines", phase: "ended", outcome: { how: "raised", error: "ValueError: no" } },
    ]);
  });

  test("calls a program lost whose producer died, and stopped where none did", () => {
    const entries = [
      startEntry({ modes: ["threads"] }),
      producerEntry(16),
      batchEntry(16, 0, (writer) => lane(writer, origin, "thread")),
      batchEntry(0, 0, (writer) => writer.laneEnded(origin + 9, laneId(16, 0), "abandoned", { error: "why" })),
    ];
    expect(summaryOf([...entries, threads()])?.modes).toEqual([
      { mode: "threads", phase: "ended", outcome: { how: "stopped", error: "why" } },
    ]);
    expect(summaryOf([...entries, threads("unknown")])?.modes).toEqual([
      { mode: "threads", phase: "ended", outcome: { how: "lost", error: "why" } },
    ]);
  });

  test("ends at the last instant of any clock, with the bound of those that were compared", () => {
    const page = batchEntry(1, 0, (writer) => {
      writer.clock(740, 0, 1, 740, 1_740, 30);
      writer.output(2_000, 0, "late");
    });
    const entries = [startEntry(), producerEntry(0), producerEntry(1, { clock: 1 }), page];
    expect(summaryOf(entries)?.end).toBeCloseTo(3_000, 0);
    expect(summaryOf(entries)?.errorUs).toBeGreaterThanOrEqual(15);
    expect(summaryOf(entries)?.errorUs).toBeLessThan(60);
    const later = batchEntry(0, 0, (writer) => void writer.output(origin + 4_000, 0, "x"));
    expect(summaryOf([...entries, later])?.end).toBe(4_000);
  });
});
