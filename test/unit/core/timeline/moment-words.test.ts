import { expect, test } from "vitest";
import { momentWords } from "../../../../core/timeline/moment-words.ts";
import { noLane, noProducer, producerId } from "../../../../core/trace/ids.ts";
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
