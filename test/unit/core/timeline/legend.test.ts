import { expect, test } from "vitest";
import { noLane, noProducer } from "../../../../core/trace/ids.ts";
import type { TaskWriter } from "../../../../core/trace/task-writer.ts";
import { madeUpRun } from "../../../support/made-up-run.ts";
import { drawn, textsOf, writtenRecording } from "../../../support/timeline-look/drawn.ts";
import { recordingOf } from "../../../support/timeline-look/scene-of.ts";

/** The words below the lanes. */
function legendOf(recording: ReturnType<typeof recordingOf>, height: number, width = 1_000): readonly string[] {
  const { items, scene } = drawn(recording, { height, width });
  return textsOf(items.filter((item) => item.y > scene.frame.bottom));
}

test("it is there however small the canvas is, in fewer words and lines where there is less room", () => {
  const recording = recordingOf(madeUpRun());
  expect(legendOf(recording, 700)).toContain("blocked, holds its thread");
  for (const height of [180, 230, 280, 304]) {
    expect(legendOf(recording, height, 716)).toContain("running");
    expect(legendOf(recording, height, 716)).toContainEqual(expect.stringMatching(/^waiting/));
    const { items, scene } = drawn(recording, { height, width: 716 });
    const below = items.filter((item) => item.y > scene.frame.bottom && item.shape === "text");
    for (const { x, y, text } of below) {
      expect(x + text.length * 6).toBeLessThanOrEqual(716);
      expect(y).toBeLessThan(height - 5);
    }
  }
});

test("only what the recording has is in it", () => {
  const tasks = (then: (writer: TaskWriter, task: number) => void) =>
    writtenRecording((writer) => {
      const process = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
      const loop = writer.laneCreated(0, "loop", "coroutines", "event loop", process, noLane);
      then(writer, writer.laneCreated(0, "task", "coroutines", "Task-1", loop, noLane));
    });
  const plain = legendOf(
    tasks((writer, task) => void writer.output(1_000, task, "| thinking!")),
    600,
  );
  expect(plain).toEqual(["running", "waiting, holds no thread", "due, waits its turn"]);
  const all = legendOf(
    tasks((writer, task) => {
      writer.wait(1_000, task, "block", noLane, 2);
      writer.run(3_000, task, noProducer, 0);
      writer.cancelRefused(4_000, task, noProducer, 0);
      writer.output(4_500, task, "Task exception was never retrieved\n", "stderr");
      writer.laneEnded(5_000, task, "cancelled");
    }),
    600,
  );
  expect(all).toEqual([...plain, "blocks the loop for all", "refused", "ended cancelled", "warning"]);
});

test("its height is the same from the first event of a run to the last", () => {
  const arrivals = madeUpRun({ cancelAfter: 1.2 });
  const bottoms = [300_000, 1_000_000, 1_500_000, 3_000_000].map(
    (at) => drawn(recordingOf(arrivals, at), { at, height: 420 }).scene.frame.bottom,
  );
  bottoms.push(drawn(recordingOf(arrivals), { height: 420 }).scene.frame.bottom);
  expect(new Set(bottoms).size).toBe(1);
});
