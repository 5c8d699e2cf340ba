import { expect, test } from "vitest";
import { Recording } from "../../../../core/timeline/recording.ts";
import { gapBatch } from "../../../../core/trace/gap.ts";
import { producerId } from "../../../../core/trace/ids.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { recordingOf } from "../../../support/timeline-look/scene-of.ts";

const run = madeUpRun();

test("lanes are arranged anew only when one was added", () => {
  const recording = new Recording(1, ["threads", "coroutines"]);
  const lists = new Set<unknown>();
  for (const { at, batch } of run) {
    recording.take(batch, at);
    lists.add(recording.lanes);
  }
  expect(recording.lanes).toHaveLength(8);
  expect(lists.size).toBeLessThan(8);
});

test("it is live until it is finished, and then ends where it ended", () => {
  const recording = recordingOf(run, 1_000_000);
  expect(recording.live).toBe(true);
  expect(recording.now(5_000_000)).toBeGreaterThan(4_900_000);
  recording.finish(2_000_000, 3);
  expect(recording.live).toBe(false);
  expect(recording.now(5_000_000)).toBe(2_000_000);
  expect(recording.dropped).toBe(3);
});

test("an end that is said too early is where the last event was", () => {
  const recording = recordingOf(run);
  expect(recording.now(0)).toBeGreaterThan(3_000_000);
});

test("gaps count what was lost while it is live", () => {
  const recording = new Recording(1, ["threads"]);
  recording.take(gapBatch(producerId(3), 10, 14, 5, -1, "full"), 0);
  expect(recording.dropped).toBe(5);
});
