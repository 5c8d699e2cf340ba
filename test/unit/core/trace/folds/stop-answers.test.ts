import { describe, expect, it } from "vitest";
import { StopAnswers } from "../../../../../core/trace/folds/stop-answers.ts";
import { noLane, producerId } from "../../../../../core/trace/ids.ts";
import { Recorder } from "../../../../../core/trace/recorder.ts";
import { TraceTable } from "../../../../../core/trace/table.ts";
import { TraceWriter } from "../../../../../core/trace/writer.ts";

/** A table whose row `n + 1` stands at `times[n]` µs. */
function tableAt(times: readonly number[]): TraceTable {
  const recorder = new Recorder({ producer: producerId(1) });
  const writer = new TraceWriter(producerId(1), recorder);
  const lane = writer.laneCreated(0, "thread", "threads", "MainThread", noLane, noLane);
  for (const t of times) writer.output(t, lane, "");
  const table = new TraceTable();
  for (const batch of recorder.flush()) table.append(batch);
  return table;
}

describe("the answers to requests to stop", () => {
  // Rows 1, 2, 3 ask; rows 4, 5, 6 notice, after 30, 20 and 55 µs.
  const table = tableAt([10, 25, 30, 40, 45, 85]);
  const pairs = [
    { asked: 1, noticed: 4 },
    { asked: 2, noticed: 5 },
    { asked: 3, noticed: 6 },
  ] as const;

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])(
    "are counted up to any instant, whatever order %j they came in",
    (order) => {
      const answers = new StopAnswers();
      for (const place of order) answers.add(table, pairs[place] ?? pairs[0]);
      expect(answers.by(table, 39)).toBeUndefined();
      expect(answers.by(table, 40)).toEqual({ count: 1, slowest: pairs[0] });
      expect(answers.by(table, 50)).toEqual({ count: 2, slowest: pairs[0] });
      expect(answers.by(table, 85)).toEqual({ count: 3, slowest: pairs[2] });
    },
  );
});
