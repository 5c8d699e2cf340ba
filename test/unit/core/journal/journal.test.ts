import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../../../core/journal/crc32.ts";
import type { JournalEnd, JournalEntry, JournalStart } from "../../../../core/journal/journal-entry.ts";
import { JournalReader } from "../../../../core/journal/journal-reader.ts";
import { JournalWriter } from "../../../../core/journal/journal-writer.ts";
import type { Batch } from "../../../../core/trace/batch.ts";
import { createColumns } from "../../../../core/trace/columns.ts";
import { producerId } from "../../../../core/trace/ids.ts";
import type { Producer } from "../../../../core/trace/producer.ts";

const start: JournalStart = {
  app: "spinscope 0.1.0",
  host: { platform: "linux", cpus: 2 },
  lesson: "one-job-two-ways",
  modes: ["threads"],
  parameters: { message: "thinking! 생각" },
  started: "2026-11-22T09:00:00.000Z",
  origin: 123_456_789.125,
  clocks: [{ id: 0, kind: "hrtime", errorUs: 0 }],
};
const producer: Producer = {
  id: producerId(17),
  role: "threads",
  pid: 42,
  thread: 1,
  epoch: 0,
  clock: 0,
  tail: "known",
};
const end: JournalEnd = { clocks: start.clocks, producers: [producer], dropped: 3 };

function batchOf(from: number, times: readonly number[], texts: readonly string[]): Batch {
  const columns = createColumns(times.length);
  for (const [row, t] of times.entries()) {
    columns.kind[row] = row % 33;
    columns.code[row] = 255 - row;
    columns.t[row] = t;
    columns.lane[row] = -row;
    columns.other[row] = -1;
    columns.causeProducer[row] = -1;
    columns.causeSeq[row] = 0xffff_ffff - row;
    columns.idProducer[row] = 2_046;
    columns.idSeq[row] = row;
    columns.n[row] = row % 2 === 0 ? Number.NaN : -0.5;
    columns.text[row] = texts.length === 0 ? -1 : row % texts.length;
  }
  return { producer: producerId(17), from, count: times.length, columns, texts };
}

const batches = [batchOf(0, [1, 2.5, 1e12], ["| thinking!", "생각 중", "\ud83c", ""]), batchOf(3, [7], [])];
const entries: readonly JournalEntry[] = [
  { type: "start", start },
  { type: "producer", producer },
  ...batches.map((batch): JournalEntry => ({ type: "batch", batch })),
  { type: "end", end },
];

/** The journal's bytes, and how long it was after each record. */
function written(): { readonly bytes: Uint8Array; readonly lengths: readonly number[] } {
  const all: number[] = [];
  const lengths: number[] = [];
  const { app, host, ...rest } = start;
  const writer = new JournalWriter(
    (bytes) => {
      all.push(...bytes);
      lengths.push(all.length);
    },
    { app, host },
  );
  writer.begin(rest);
  writer.producer(producer);
  for (const batch of batches) writer.append(batch);
  writer.end(end);
  return { bytes: Uint8Array.from(all), lengths };
}

function read(bytes: Uint8Array, size = bytes.length) {
  const reader = new JournalReader();
  const list: JournalEntry[] = [];
  for (let at = 0; at < bytes.length; at += size) list.push(...reader.push(bytes.subarray(at, at + size)));
  return { entries: list, damage: reader.end() };
}

describe("a checksum", () => {
  it("is CRC-32 as everybody has it", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf4_3926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });
});

describe("a journal", () => {
  it("gives back its entries as they were, however its bytes are cut into pieces", () => {
    const { bytes } = written();
    for (const size of [1, 3, 64, bytes.length]) expect(read(bytes, size)).toEqual({ entries, damage: undefined });
  });

  it("cut at any byte gives every whole record, and says where it stopped", () => {
    const { bytes, lengths } = written();
    for (let cut = 0; cut < bytes.length; cut++) {
      const whole = lengths.filter((length) => length <= cut).length;
      const { entries: kept, damage } = read(bytes.subarray(0, cut));
      expect(kept).toEqual(entries.slice(0, whole));
      if (cut === 8 || lengths.includes(cut)) expect(damage).toBeUndefined();
      else if (cut < 8) expect(damage?.reason).toBe("the file is too short to be a journal");
      else expect(damage).toEqual({ at: lengths[whole - 1] ?? 8, reason: "the file ends inside a record" });
    }
  });

  it("with any one bit flipped gives the records before it and nothing wrong", () => {
    const { bytes, lengths } = written();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const { entries: kept, damage } = read(flipped);
        const before = at < 8 ? 0 : lengths.filter((length) => length <= at).length;
        expect(kept).toEqual(entries.slice(0, before));
        expect(damage).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it("stops at a record of a type that it does not know", () => {
    const { bytes, lengths } = written();
    const payload = Uint8Array.from([9]);
    const tail = new Uint8Array(9);
    const view = new DataView(tail.buffer);
    view.setUint32(0, 1, true);
    view.setUint32(4, crc32(payload), true);
    tail[8] = 9;
    const cut = bytes.subarray(0, lengths[1]);
    const { entries: kept, damage } = read(Uint8Array.from([...cut, ...tail]));
    expect(kept.length).toBe(2);
    expect(damage).toEqual({ at: lengths[1], reason: "a record has the unknown type 9" });
  });

  it("says of another file that it is none", () => {
    expect(read(new TextEncoder().encode('{"format":"spinscope"}')).damage).toEqual({
      at: 0,
      reason: "the file is no journal of this version of Spinscope",
    });
    expect(read(new Uint8Array(0)).damage?.reason).toBe("the file is too short to be a journal");
  });

  it("keeps what one record could not be written of out of the next", () => {
    let fails = true;
    const got: number[] = [];
    const writer = new JournalWriter(
      (bytes) => {
        if (fails) throw new Error("disk full");
        got.push(...bytes);
      },
      { app: "", host: {} },
    );
    expect(() => writer.producer(producer)).toThrow("disk full");
    fails = false;
    writer.producer(producer);
    expect(read(Uint8Array.from(got)).entries).toEqual([{ type: "producer", producer }]);
  });
});
