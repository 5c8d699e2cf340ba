import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Committed } from "../../../../core/journal/committed.ts";
import { JournalWriter } from "../../../../core/journal/journal-writer.ts";
import { recordingFromJournal } from "../../../../core/journal/recording-from-journal.ts";
import { checkRecording } from "../../../../core/trace/check/check-recording.ts";
import { noLane, producerId } from "../../../../core/trace/ids.ts";
import type { Producer } from "../../../../core/trace/producer.ts";
import { Recorder } from "../../../../core/trace/recorder.ts";
import { TraceWriter } from "../../../../core/trace/writer.ts";

const origin = 1_000_000;
const main: Producer = { id: producerId(0), role: "main", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" };
const threads: Producer = { ...main, id: producerId(16), role: "threads", pid: 2 };

interface Made {
  readonly bytes: Uint8Array;
  readonly committed: Committed;
}

/** A run of two producers and 204 events, in many records. */
function made(): Made {
  const pieces: Uint8Array[] = [];
  const journal = new JournalWriter((bytes) => pieces.push(bytes.slice()), { app: "spinscope 0.0.0", host: {} });
  const clocks = [{ id: 0, kind: "hrtime", errorUs: 0 }] as const;
  const started = "2026-01-31T14:05:09.000Z";
  journal.begin({ lesson: "one-job-two-ways", modes: ["threads"], parameters: {}, started, origin, clocks });
  journal.producer(main);
  const own = new Recorder({ producer: main.id });
  const mains = new TraceWriter(main.id, own);
  const app = mains.laneCreated(origin, "process", "main", "main 1", noLane, noLane);
  for (const batch of own.flush()) journal.append(batch);
  journal.producer(threads);
  const recorder = new Recorder({ producer: threads.id });
  const writer = new TraceWriter(threads.id, recorder);
  const process = writer.laneCreated(origin + 10, "process", "threads", "threads 2", noLane, noLane);
  for (let at = 0; at < 200; at++) {
    writer.output(origin + 20 + at, process, `line ${at}\n`);
    if (at % 10 === 9) for (const batch of recorder.flush()) journal.append(batch);
  }
  writer.laneEnded(origin + 300, process, "open");
  for (const batch of recorder.flush()) journal.append(batch);
  mains.laneEnded(origin + 301, app, "open");
  for (const batch of own.flush()) journal.append(batch);
  journal.end({ clocks, producers: [main, threads], dropped: 0 });
  return { bytes: new Uint8Array(Buffer.concat(pieces)), committed: journal.committed };
}

/** Events that are there, and numbers that gaps say are not. */
function counts(recording: ReturnType<typeof recordingFromJournal>["recording"]) {
  const events = [...recording.events];
  let kept = 0;
  let dropped = 0;
  for (const event of events) {
    if (event.kind === "gap" && "from" in event) dropped += Number(event["to"]) - Number(event["from"]) + 1;
    else kept += 1;
  }
  const gaps = events.filter(({ kind }) => kind === "gap");
  return { kept, dropped, gaps, breaches: checkRecording({ header: recording.header, events }).breaches };
}

/** What is read of it, after `spoil`. */
function readSpoilt(spoil: (bytes: Uint8Array) => Uint8Array) {
  const { bytes, committed } = made();
  return recordingFromJournal([spoil(bytes.slice())], "running", committed);
}

describe("a journal read against what is known to be in it", () => {
  test("is whole when all of it is there", () => {
    const { bytes, committed } = made();
    const read = recordingFromJournal([bytes], "running", committed);
    expect([read.kind, committed.events]).toEqual(["whole", 204]);
    expect(counts(read.recording)).toMatchObject({ kept: 204, dropped: 0, breaches: [] });
  });

  test("is whole while it grows: a record that is being written is no loss", () => {
    const { bytes, committed } = made();
    const half = bytes.slice(0, bytes.length - 5);
    expect(recordingFromJournal([half], "running", committed).kind).toBe("whole");
  });

  test("whose bytes were overwritten says how much is lost, and why, and each producer's missing numbers are a gap", () => {
    const read = readSpoilt((bytes) => bytes.fill(0xaa, 2_000, 2_100));
    if (read.kind !== "damaged") throw new Error("the damage was not noticed");
    expect(read.loss.of).toBe(204);
    expect(read.loss.damage.reason).toMatch(/checksum|bytes/);
    const { kept, dropped, gaps, breaches } = counts(read.recording);
    expect(read.loss.events).toBe(dropped);
    expect(breaches).toEqual([]);
    expect(kept).toBeGreaterThan(0);
    expect(gaps.map(({ p }) => p)).toEqual([0, 16]);
    expect(gaps).toMatchObject([{ reason: expect.stringMatching(/^the journal was damaged on the disk: /) }, {}]);
  });

  test("wherever it is cut or overwritten: nothing that was committed is neither there nor told as lost", () => {
    const { bytes, committed } = made();
    fc.assert(
      fc.property(fc.integer({ min: 500, max: bytes.length - 1 }), fc.boolean(), (at, cut) => {
        const spoilt = cut ? bytes.slice(0, at) : bytes.slice().fill(0x5a, at, at + 100);
        const read = recordingFromJournal([spoilt], "running", committed);
        const { kept, dropped, breaches } = counts(read.recording);
        expect(breaches).toEqual([]);
        // Ends that main writes for lanes that are left open come on top.
        expect(kept + dropped).toBeGreaterThanOrEqual(committed.events);
        expect(read.kind === "damaged" ? read.loss.events : 0).toBe(dropped);
      }),
      { numRuns: 150 },
    );
  });

  test("that took no more says of each producer what it lost after its last record, and is whole as far as it goes", () => {
    const pieces: Uint8Array[] = [];
    const journal = new JournalWriter((bytes) => pieces.push(bytes.slice()), { app: "spinscope 0.0.0", host: {} });
    const clocks = [{ id: 0, kind: "hrtime", errorUs: 0 }] as const;
    const started = "2026-01-31T14:05:09.000Z";
    journal.begin({ lesson: "one-job-two-ways", modes: ["threads"], parameters: {}, started, origin, clocks });
    journal.producer(main);
    journal.producer(threads);
    const recorder = new Recorder({ producer: threads.id });
    const writer = new TraceWriter(threads.id, recorder);
    const process = writer.laneCreated(origin + 10, "process", "threads", "threads 2", noLane, noLane);
    for (const batch of recorder.flush()) journal.append(batch);
    for (let at = 0; at < 7; at++) writer.output(origin + 20 + at, process, "after the disk was full\n");
    for (const batch of recorder.flush()) journal.lose(batch);
    const read = recordingFromJournal(pieces, "running", journal.committed);
    const { gaps, dropped, breaches } = counts(read.recording);
    expect([read.kind, dropped, breaches]).toEqual(["whole", 7, []]);
    expect(gaps).toMatchObject([{ p: 16, reason: "the disk took no more of the journal" }]);
  });

  test("of which only the number of events is known says that the tails are unknown", () => {
    const { bytes, committed } = made();
    const read = recordingFromJournal([bytes.slice(0, 2_000)], "running", { events: committed.events, producers: [] });
    expect(read.kind === "damaged" && read.loss.events).toBeGreaterThan(0);
    expect(read.recording.header.producers.map(({ tail }) => tail)).toEqual(["unknown", "unknown"]);
  });

  test("that ends before a producer is even declared names it, and its gap", () => {
    const { bytes, committed } = made();
    for (let cut = 300; cut < 900; cut += 50) {
      const read = recordingFromJournal([bytes.slice(0, cut)], "running", committed);
      expect(read.recording.header.producers.map(({ id }) => id)).toEqual([0, 16]);
      const { gaps, breaches } = counts(read.recording);
      expect(breaches).toEqual([]);
      expect(gaps.at(-1)).toMatchObject({ p: 16, to: 201 });
    }
  });

  test("that lost only its last record is whole: what that said is known", () => {
    const { bytes, committed } = made();
    const { end } = committed;
    if (end === undefined) throw new Error("it was ended");
    const died = end.producers.map((producer) => ({ ...producer, tail: "unknown" as const }));
    const known = { ...committed, end: { ...end, producers: died } };
    const read = recordingFromJournal([bytes.slice(0, -20)], "running", known);
    expect(read.kind).toBe("whole");
    expect(read.recording.header.producers.map(({ tail }) => tail)).toEqual(["unknown", "unknown"]);
    expect(counts(read.recording)).toMatchObject({ kept: 204, dropped: 0 });
    const own = recordingFromJournal([bytes], "running", known);
    expect(own.recording.header.producers.map(({ tail }) => tail)).toEqual(["known", "known"]);
  });

  test("that lost the ends of a process's lanes ends them as its death did", () => {
    const { bytes, committed } = made();
    if (committed.end === undefined) throw new Error("it was ended");
    const producers = [main, { ...threads, tail: "unknown" as const }];
    const known = { ...committed, end: { ...committed.end, producers } };
    const read = recordingFromJournal([bytes.slice(0, 3_000)], "running", known);
    const ends = [...read.recording.events].filter(({ kind }) => kind === "lane.ended");
    expect(ends).toMatchObject([
      { p: 0, lane: 16 * 2 ** 20, how: "abandoned" },
      { p: 0, lane: 0, how: "open" },
    ]);
    expect(counts(read.recording).breaches).toEqual([]);
  });

  test("of which not one byte is right still names the run, and all its numbers are gaps", () => {
    const { bytes, committed } = made();
    const read = recordingFromJournal([bytes.slice().fill(0)], "running", committed);
    expect(read).toMatchObject({ kind: "damaged", loss: { events: 204, of: 204 } });
    expect(read.recording.header.lesson).toBe("one-job-two-ways");
    expect(counts(read.recording)).toMatchObject({ kept: 0, dropped: 204, breaches: [] });
    const nothing = { events: 204, producers: [] };
    expect(() => recordingFromJournal([new Uint8Array(0)], "running", nothing)).toThrow("nothing to recover");
  });
});
