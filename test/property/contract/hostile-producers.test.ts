/**
 * Fault 12 in small: a producer that was taken over and lies in messages that fit their schemas. Main refuses and counts,
 * and the recording is what it would have been without.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import { recordingFromJournal } from "../../../core/journal/recording-from-journal.ts";
import { noLane, producerId } from "../../../core/trace/ids.ts";
import { badBatches } from "../../support/hostile/bad-batches.ts";
import { nothingKnown } from "../../support/nothing-known.ts";
import { TwoModeRun } from "../../support/two-mode-run.ts";

let world: TwoModeRun;
beforeEach(() => {
  world = new TwoModeRun();
  world.begun();
});

const liar = { own: producerId(1), runtime: "coroutines", clock: 0, other: producerId(16) } as const;
const refused = () => world.endpoints.coroutines.counts.refused;

/** Posts as the page's side of its port would, without its own checks. */
function post(type: string, payload: unknown): void {
  world.wires.coroutines.near.hear({ type, payload });
}

/** What a journal of all that was committed gives back, as lines. */
function recorded(): readonly string[] {
  const pieces: Uint8Array[] = [];
  const writer = new JournalWriter((bytes) => pieces.push(bytes.slice()), { app: "a test", host: {} });
  const { start, producers, batches } = world.journal;
  if (start === undefined) throw new Error("nothing was recorded");
  writer.begin(start);
  for (const producer of producers) writer.producer(producer);
  for (const batch of batches) writer.append(batch);
  const { recording } = recordingFromJournal(pieces, "running", nothingKnown);
  return [...recording.events].map((event) => JSON.stringify(event));
}

describe("main", () => {
  test.each(Object.entries(badBatches(liar)))("refuses and counts %s, and records nothing of it", (_what, batch) => {
    world.deliver();
    const before = recorded();
    post("batch", { run: 1, batch });
    expect(refused()).toBe(1);
    expect(recorded()).toEqual(before);
  });

  test.each([
    ["main's", { id: 0 }],
    ["the threads'", { id: 16 }],
    ["one it has declared", { id: 1 }],
    ["one of another role", { id: 2, role: "threads" }],
    ["one on another's clock", { id: 2, clock: 9 }],
    ["one that has lost its tail already", { id: 2, tail: "unknown" }],
  ])("lets no producer declare %s", (_whose, told) => {
    const producer = { role: "coroutines", pid: 7, thread: 0, epoch: 0, clock: 0, tail: "known", ...told };
    const before = world.journal.producers.length;
    post("producer", { run: 1, producer });
    expect(refused()).toBe(1);
    expect(world.journal.producers).toHaveLength(before);
  });

  test("lets no producer say another's last number, or one of a stream that it never declared", () => {
    post("bye", { run: 1, last: [{ producer: 16, lastSeq: 1_000_000 }] });
    post("bye", { run: 1, last: [{ producer: 2, lastSeq: 5 }] });
    expect(refused()).toBe(2);
    expect(world.feed.rows.filter((row) => row.endsWith("gap"))).toEqual([]);
  });

  test("hears nothing of a run that has not begun", () => {
    post("prepared", { run: 2 });
    post("bye", { run: 2, last: [] });
    post("ended", { run: 2, outcome: { how: "returned" } });
    expect(refused()).toBe(3);
  });

  test("takes nothing in after a producer's last word", () => {
    world.coroutines.end({ how: "returned" });
    world.deliver();
    const before = world.feed.rows.length;
    world.coroutines.writer?.output(world.coroutines.now, 2 ** 20, "late");
    world.coroutines.flush();
    world.deliver();
    expect(world.feed.rows).toHaveLength(before);
  });

  test("loses nothing of the threads while the page jumps to its last number and back", () => {
    const giant = { ...badBatches(liar)["half a line"] };
    const output = { ...giant, columns: { ...giant.columns, n: new Float64Array([1]) } };
    post("batch", { run: 1, batch: { ...output, from: 0xffff_ffff } });
    post("batch", { run: 1, batch: { ...output, from: 5 } });
    world.threads.writer?.laneCreated(world.threads.now, "thread", "threads", "MainThread", noLane, noLane);
    world.threads.end({ how: "returned" });
    world.coroutines.end({ how: "returned" });
    world.deliver();
    expect(world.feed.rows.filter((row) => row.startsWith("16."))).toContain("16.0 lane.created");
    expect(recorded().filter((line) => line.includes('"p":16')).length).toBeGreaterThan(2);
  });
});
