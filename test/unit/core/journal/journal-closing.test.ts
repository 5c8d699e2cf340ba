import { describe, expect, test } from "vitest";
import { JournalClosing } from "../../../../core/journal/journal-closing.ts";
import type { JournalEntry } from "../../../../core/journal/journal-entry.ts";
import { eventOf } from "../../../../core/trace/decode.ts";
import { producerId } from "../../../../core/trace/ids.ts";
import { rowOfBatch } from "../../../../core/trace/read-row.ts";
import {
  batchEntry,
  gapEntry,
  hrtime,
  lane,
  laneId,
  origin,
  performanceClock,
  producerEntry,
  producerOf,
  startEntry,
} from "../../../support/journal-entries.ts";

const reason = "the app ended before the run did";

function missing(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const closing = new JournalClosing();
  for (const entry of entries) closing.add(entry);
  return closing.entries(reason);
}

/** The ends that are written, as events; and the last record. */
function closed(entries: readonly JournalEntry[]) {
  const added = missing(entries);
  const events = added.flatMap((entry) => {
    if (entry.type !== "batch") return [];
    return Array.from({ length: entry.batch.count }, (_, row) => eventOf(rowOfBatch(entry.batch, row)));
  });
  const last = added.at(-1);
  if (last?.type !== "end") throw new Error("no end was written");
  return { events, end: last.end };
}

const mains = [startEntry(), producerEntry(0), batchEntry(0, 0, (writer) => lane(writer, origin, "process", "main"))];

describe("what a journal lacks whose writer died", () => {
  test("is nothing for one that was ended, or that has not even begun", () => {
    expect(missing([])).toEqual([]);
    expect(missing(mains.slice(1))).toEqual([]);
    expect(missing([...mains, { type: "end", end: { clocks: [], producers: [], dropped: 0 } }])).toEqual([]);
  });

  test("is only the end where no lane was open", () => {
    expect(missing([startEntry(), producerEntry(0)])).toEqual([
      {
        type: "end",
        end: { clocks: [hrtime, performanceClock], producers: [producerOf(0, { tail: "unknown" })], dropped: 0 },
      },
    ]);
  });

  test("counts losses by numbers, not by gaps, and not what was kept", () => {
    const { end } = closed([
      ...mains,
      producerEntry(16),
      gapEntry(16, 0, 99),
      batchEntry(16, 100, (writer) => {
        for (let n = 0; n < 50; n++) writer.output(origin + n, 0, "kept");
      }),
      gapEntry(16, 150, 150),
      gapEntry(16, 151, 157),
    ]);
    expect(end.dropped).toBe(100 + 1 + 7);
  });

  test("numbers the ends after main's last number, a gap's included, at main's last stamp or later", () => {
    const { events } = closed([...mains, gapEntry(0, 1, 40, origin + 700)]);
    expect(events).toMatchObject([
      { p: 0, s: 41, t: origin + 700, lane: laneId(0, 0), kind: "lane.ended", how: "abandoned", error: reason },
    ]);
  });

  test("follows the numbers of main's batches alone, whatever others wrote after", () => {
    const { events } = closed([
      ...mains,
      batchEntry(0, 1, (writer) => {
        writer.output(origin + 1, 0, "a");
        writer.output(origin + 900, 0, "b");
      }),
      producerEntry(16),
      batchEntry(16, 0, (writer) => {
        for (let n = 0; n < 9; n++) writer.output(origin + 300, laneId(0, 0), "another's");
      }),
    ]);
    expect(events.map(({ s, t }) => [s, t])).toEqual([[3, origin + 900]]);
  });

  test("stands at the last instant of any clock, as main's clock has it", () => {
    const page = batchEntry(1, 0, (writer) => {
      const loop = lane(writer, 700, "loop", "coroutines");
      writer.clock(740, loop, 1, 740, 1_740, 0);
      writer.output(5_000, loop, "late");
    });
    const { events } = closed([...mains, producerEntry(1, { clock: 1 }), page]);
    expect(events.map(({ t }) => t)).toEqual([origin + 6_000, origin + 6_000]);
  });

  test("ends children before their parents, and no lane twice", () => {
    const { events } = closed([
      ...mains,
      producerEntry(16),
      batchEntry(16, 0, (writer) => {
        lane(writer, origin + 1, "process");
        const ended = lane(writer, origin + 2, "thread");
        lane(writer, origin + 3, "thread");
        writer.laneEnded(origin + 4, ended, "returned");
      }),
    ]);
    expect(events.map((event) => event.lane)).toEqual([laneId(16, 2), laneId(16, 0), laneId(0, 0)]);
    expect(events.map(({ s }) => s)).toEqual([1, 2, 3]);
  });

  test("writes the ends of more lanes than one batch holds, numbered without a hole", () => {
    const many = batchEntry(16, 0, (writer) => {
      for (let n = 0; n < 3_000; n++) lane(writer, origin + n, "thread");
    });
    const { events } = closed([...mains, producerEntry(16), many]);
    expect(events.map(({ s }) => s)).toEqual(Array.from({ length: 3_001 }, (_, n) => n + 1));
  });

  test("knows the tails of those that had said their last number, and of no other", () => {
    const { end } = closed([
      ...mains,
      producerEntry(1, { clock: 1 }),
      producerEntry(16),
      producerEntry(17, { thread: 1 }),
      { type: "bye", bye: { producer: producerId(16), lastSeq: -1 } },
      { type: "bye", bye: { producer: producerId(1), lastSeq: -1 } },
    ]);
    expect(end.producers.map(({ id, tail }) => [id, tail])).toEqual([
      [0, "unknown"],
      [1, "known"],
      [16, "known"],
      [17, "unknown"],
    ]);
  });
});
