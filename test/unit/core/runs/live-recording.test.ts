import { beforeEach, describe, expect, test } from "vitest";
import { LiveRecording } from "../../../../core/runs/live-recording.ts";
import { noLane, producerId } from "../../../../core/trace/ids.ts";
import {
  batchOf,
  hrtime,
  lane,
  laneId,
  origin,
  performanceClock,
  producerOf,
} from "../../../support/journal-entries.ts";
import { ManualTime } from "../../../support/manual-time.ts";
import { KeptFeed, KeptJournal } from "../../../support/recorded.ts";

let time: ManualTime;
let journal: KeptJournal;
let feed: KeptFeed;
let recording: LiveRecording;

beforeEach(() => {
  time = new ManualTime(origin);
  journal = new KeptJournal();
  feed = new KeptFeed();
  recording = created();
});

function created(): LiveRecording {
  return new LiveRecording({
    start: {
      run: 1,
      lesson: "one-job-two-ways",
      modes: ["threads"],
      parameters: {},
      started: "2026-01-01T00:00:00.000Z",
      origin,
      clocks: [hrtime, performanceClock],
    },
    pid: 42,
    journal,
    feed,
    now: time.now,
    after: time.after,
    createAlignment: () => ({ add: () => {}, toMain: (raw) => raw + 100, errorUs: () => 7 }),
  });
}

const outputs = (from: number, count: number) =>
  batchOf(16, from, (writer) => {
    for (let n = 0; n < count; n++) writer.output(origin + n, laneId(16, 0), `line ${n}`);
  });

describe("a recording while it is made", () => {
  test("begins with main as a producer, and main's own events wait 5 ms for company", () => {
    expect(journal.producers).toEqual([{ id: 0, role: "main", pid: 42, thread: 0, epoch: 0, clock: 0, tail: "known" }]);
    recording.writer.output(time.nowUs, recording.mainLane, "x");
    time.advance(4);
    expect([journal.batches.length, recording.events]).toEqual([0, 0]);
    time.advance(1);
    expect([journal.batches.length, recording.events]).toEqual([1, 2]);
    expect(feed.rows).toEqual(["0.0 lane.created", "0.1 output"]);
  });

  test("acknowledges what the journal has: rows, gaps and what comes again, and nothing of a producer not declared", () => {
    expect(recording.admit(outputs(0, 3))).toBe(0);
    recording.addProducer(producerOf(16));
    recording.addProducer(producerOf(16, { pid: 99 }));
    expect(journal.producers.map(({ pid }) => pid)).toEqual([42, 17]);
    expect(recording.admit(outputs(0, 3))).toBe(3);
    expect(recording.admit(outputs(0, 3))).toBe(3);
    expect(recording.admit(outputs(5, 1))).toBe(6);
    expect([recording.events, recording.dropped]).toEqual([5, 2]);
  });

  test("closes a producer's numbers once, and notes its last in the journal", () => {
    recording.close(producerId(16), 4);
    expect(journal.byes.size).toBe(0);
    recording.addProducer(producerOf(16));
    recording.admit(outputs(0, 3));
    recording.close(producerId(16), 4);
    recording.close(producerId(16), 4);
    expect([[...journal.byes], recording.events, recording.dropped]).toEqual([[[16, 4]], 4, 2]);
  });

  test("has the stamps of each clock aligned for who watches, and raw ones in the journal", () => {
    recording.addProducer(producerOf(1, { clock: 1 }));
    recording.addProducer(producerOf(16));
    recording.admit(
      batchOf(1, 0, (writer) => {
        writer.clock(50, laneId(1, 0), 1, 50, 60, 4);
        writer.output(60, laneId(1, 0), "page");
      }),
    );
    recording.admit(outputs(0, 1));
    expect([0, 1, 2].map((row) => feed.table.t(row))).toEqual([150, 160, 0]);
    expect(journal.batches.map(({ columns }) => [...columns.t])).toEqual([[50, 60], [origin]]);
    expect([recording.errorUs, feed.errorUs]).toEqual([7, 7]);
  });

  test("ends every open lane once, main's flushed first, and says the bounds of the clocks", () => {
    recording.addProducer(producerOf(16));
    recording.addProducer(producerOf(17, { thread: 1 }));
    recording.admit(batchOf(16, 0, (writer) => lane(writer, origin + 1, "process")));
    recording.admit(batchOf(17, 0, (writer) => lane(writer, origin + 2, "thread")));
    recording.writer.laneStarted(origin + 3, recording.mainLane);
    time.pass(1);
    recording.endLanes((producer) => producer === 17, "abandoned", "it died");
    recording.loseTails((producer) => producer === 17);
    expect(feed.ends).toEqual({ [`thread at ${origin + 2}`]: "abandoned" });
    time.pass(1);
    recording.end();
    expect(feed.ends).toEqual({
      "main process 42": "open",
      [`process at ${origin + 1}`]: "open",
      [`thread at ${origin + 2}`]: "abandoned",
    });
    expect(journal.ended).toMatchObject({
      clocks: [hrtime, { ...performanceClock, errorUs: 0 }],
      dropped: 0,
      producers: [{ tail: "known" }, { id: 16, tail: "known" }, { id: 17, tail: "unknown" }],
    });
    expect(feed.finished).toBe(2_000);
    const { rows } = feed;
    recording.writer.laneCreated(time.nowUs, "thread", "main", "late", noLane, noLane);
    recording.flush();
    time.advance(100);
    expect(feed.rows).toEqual(rows);
  });

  test("counts what a disk that is full does not take, a row once, and shows it all the same", () => {
    journal.failsFrom = 3;
    recording = created();
    recording.addProducer(producerOf(16));
    recording.admit(outputs(0, 3));
    recording.admit(outputs(5, 4));
    expect([recording.events, recording.dropped]).toEqual([0, 3 + 2 + 4]);
    expect(recording.problem).toMatch(/^Recording stopped: the journal can't be written \(ENOSPC: no space left/);
    expect(feed.rows).toHaveLength(3 + 1 + 4);
    journal.failsFrom = Number.POSITIVE_INFINITY;
    recording.admit(outputs(9, 1));
    expect([journal.batches.length, recording.dropped]).toEqual([0, 10]);
  });
});
