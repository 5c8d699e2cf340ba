import { describe, expect, test } from "vitest";
import { journalFromRecording, type RecordingSummary } from "../../../../core/journal/journal-from-recording.ts";
import { JournalReader } from "../../../../core/journal/journal-reader.ts";
import { JournalWriter } from "../../../../core/journal/journal-writer.ts";
import type { Batch } from "../../../../core/trace/batch.ts";
import type { Recording } from "../../../../core/trace/recording.ts";
import { MadeUpRecording } from "../trace/made-up-recording.ts";

function read(recording: Recording): { readonly summary: RecordingSummary; readonly batches: readonly Batch[] } {
  const reader = new JournalReader();
  const batches: Batch[] = [];
  const writer = new JournalWriter(
    (bytes) => {
      for (const entry of reader.push(bytes)) if (entry.type === "batch") batches.push(entry.batch);
    },
    { app: "", host: {} },
  );
  return { summary: journalFromRecording(recording, writer), batches };
}

function twoPrograms(end: Readonly<Record<string, string | number>>): MadeUpRecording {
  const made = new MadeUpRecording();
  made.lane(1, "process", "threads 2");
  made.lane(2, "thread", "MainThread", 1);
  made.lane(3, "thread", "Thread-1 (spin)", 1);
  made.lane(4, "task", "Task-1 (supervisor)");
  made.say(0, 0, 2, "lane.created");
  made.say(0, 10, 3, "lane.ended", { how: "returned", value: 7 });
  made.say(0, 20, 2, "lane.ended", { how: "returned", value: 42 });
  made.say(1, 30.5, 4, "lane.ended", end);
  return made;
}

describe("what is known of a file once it was read", () => {
  test("each mode's program ended as its first thread or task did", () => {
    const { summary } = read(twoPrograms({ how: "raised", error: "ValueError: no" }).recording);
    expect(summary.modes).toEqual([
      { mode: "threads", phase: "ended", outcome: { how: "returned", value: 42 } },
      { mode: "coroutines", phase: "ended", outcome: { how: "raised", error: "ValueError: no" } },
    ]);
    expect(summary).toMatchObject({ events: 4, dropped: 0, end: 30.5, errorUs: 0, lesson: "one-job-two-ways" });
  });

  test.each([
    ["cancelled", "known", "stopped"],
    ["abandoned", "known", "stopped"],
    ["abandoned", "unknown", "lost"],
    ["open", "known", undefined],
  ] as const)("a program whose lane ended %s, its producer's tail %s, was %s", (how, tail, outcome) => {
    const made = twoPrograms({ how });
    made.producer(1, { role: "coroutines", tail });
    expect(read(made.recording).summary.modes[1]?.outcome?.how).toBe(outcome);
  });

  test("a mode and a parameter that this version does not know are left out", () => {
    const made = twoPrograms({ how: "returned" });
    made.params = { message: "hi", deep: { a: 1 }, frame: 0.1 };
    const { header, events } = made.recording;
    const { summary } = read({ header: { ...header, modes: ["fibers", "threads"] }, events });
    expect(summary.modes.map(({ mode }) => mode)).toEqual(["threads"]);
    expect(summary.parameters).toEqual({ message: "hi", frame: 0.1 });
  });

  test("lanes that events stand on and none creates are listed, and no others", () => {
    const { summary } = read(twoPrograms({ how: "returned" }).recording);
    expect(summary.lanes.map(({ name }) => name)).toEqual(["Thread-1 (spin)", "Task-1 (supervisor)"]);
  });

  test("lost events are counted by their gaps", () => {
    const made = twoPrograms({ how: "returned" });
    made.say(2, 40, 2, "gap", { from: 0, to: 9, reason: "ring full" });
    expect(read(made.recording).summary.dropped).toBe(10);
    for (const p of [3, 4]) made.say(p, 40, 2, "gap", { from: 0, to: Number.MAX_SAFE_INTEGER - 1, reason: "liar" });
    expect(read(made.recording).summary.dropped).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("a text that is longer than any recording has is refused with its line", () => {
    const made = twoPrograms({ how: "returned" });
    made.say(2, 40, 2, "output", { text: "x".repeat(65_537) });
    expect(() => read(made.recording)).toThrow("line 6: a text of 65537 characters is too long");
  });
});

describe("the batches of a file", () => {
  test("are of one producer each, with a gap alone, and a hole begins another", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "MainThread");
    made.say(0, 0, 1, "run");
    made.say(1, 1, 1, "run");
    made.say(0, 2, 1, "run");
    made.say(0, 3, 1, "gap", { from: 2, to: 4, reason: "ring full" });
    made.skipTo(0, 5);
    made.say(0, 4, 1, "run");
    made.skipTo(0, 9);
    made.say(0, 5, 1, "run");
    const shape = read(made.recording).batches.map(({ producer, from, count }) => [producer, from, count]);
    expect(shape).toEqual([
      [0, 0, 2],
      [0, 2, 1],
      [0, 5, 1],
      [1, 0, 1],
      [0, 9, 1],
    ]);
  });

  test("never let more than 8192 rows wait", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "MainThread");
    for (let n = 0; n < 20_000; n++) made.say(n % 2, n, 1, "run");
    const counts = read(made.recording).batches.map(({ count }) => count);
    expect(counts).toEqual([4_096, 4_096, 4_096, 4_096, 1_808, 1_808]);
  });
});
