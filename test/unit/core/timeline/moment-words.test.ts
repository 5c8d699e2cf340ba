import { expect, test } from "vitest";
import { momentRank, momentWords } from "../../../../core/timeline/moment-words.ts";
import { eventWords } from "../../../../core/timeline/selection/event-words.ts";
import { MomentFold } from "../../../../core/trace/folds/moments.ts";
import { noLane, noProducer, producerId } from "../../../../core/trace/ids.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { Recorder } from "../../../../core/trace/recorder.ts";
import { TraceTable } from "../../../../core/trace/table.ts";
import { TraceWriter } from "../../../../core/trace/writer.ts";

test("a join that gave up is not said to have joined", () => {
  const recorder = new Recorder({ producer: producerId(1) });
  const writer = new TraceWriter(producerId(1), recorder);
  const main = writer.laneCreated(0, "thread", "threads", "MainThread", noLane, noLane);
  const other = writer.laneCreated(0, "thread", "threads", "Thread-1 (spin)", noLane, main);
  writer.joinEnded(500_000, main, other, "timeout", noProducer, 0);
  writer.joinEnded(900_000, main, other, "ended", 1, 7);
  const table = new TraceTable();
  for (const batch of recorder.flush()) table.append(batch);
  const words = [2, 3].map((row) => momentWords({ table, language: "en" }, row));
  expect(words).toEqual(["gave up on Thread-1", "joined Thread-1"]);
});

test("a warning is a moment of its lane, before all others, and what the program wrote is none", () => {
  const recorder = new Recorder({ producer: producerId(1) });
  const writer = new TraceWriter(producerId(1), recorder);
  const task = writer.laneCreated(0, "task", "coroutines", "Task-1 (spin)", noLane, noLane);
  writer.output(1_000, task, "| thinking!");
  writer.output(2_000, task, "Task exception was never retrieved\nValueError: boom\n", "stderr");
  const table = new TraceTable();
  for (const batch of recorder.flush()) table.append(batch);
  const moments = new MomentFold();
  for (let row = 0; row < table.length; row++) moments.row(table, row);
  const own = moments.of(task);
  expect(Array.from({ length: own.length }, (_, at) => own.row(at))).toEqual([2]);
  expect(momentWords({ table, language: "en" }, 2)).toBe("warning");
  expect([1, 2].map((row) => eventWords({ table, language: "en" }, row))).toEqual([
    'wrote "| thinking!"',
    "warning: Task exception was never retrieved\nValueError: boom",
  ]);
  for (const kind of [Code.cancelRefused, Code.joinEnded, Code.messageSent]) {
    expect(momentRank(Code.output)).toBeGreaterThan(momentRank(kind));
  }
});
