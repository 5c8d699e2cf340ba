/**
 * Who cancels whom, in the chip: what the supervisor asks for is the program's story; what one of its helpers cancels is
 * that one's own affair.
 */
import { expect, test } from "vitest";
import { modeWords } from "../../../../../core/timeline/stage/mode-words.ts";
import { type LaneId, noLane, noProducer, producerId } from "../../../../../core/trace/ids.ts";
import type { TaskWriter } from "../../../../../core/trace/task-writer.ts";
import { writtenRecording } from "../../../../support/timeline-look/drawn.ts";

const s = 1_000_000;

/** Task-3 is cancelled at 1 s, by the supervisor or by its helper Task-2, and is gone 200 µs later; all end at 2 s. */
const recorded = (by: "supervisor" | "helper") => {
  const tasks: LaneId[] = [];
  const recording = writtenRecording((writer: TaskWriter): void => {
    const process = writer.laneCreated(0, "process", "coroutines", "renderer 7", noLane, noLane);
    const names = ["Task-1 (supervisor)", "Task-2 (wait_for)", "Task-3 (acquire)"];
    tasks.push(...names.map((name) => writer.laneCreated(0, "task", "coroutines", name, process, noLane)));
    const [supervisor = noLane, helper = noLane, inner = noLane] = tasks;
    for (const task of tasks) writer.run(0, task, noProducer, 0);
    const asked = writer.cancelRequested(1 * s, by === "helper" ? helper : supervisor, inner, noProducer, 0);
    writer.cancelDelivered(1 * s + 200, inner, producerId(1), asked, noProducer, 0);
    writer.laneEnded(1 * s + 200, inner, "cancelled");
    writer.laneEnded(2 * s, helper, "returned");
    writer.laneEnded(2 * s, supervisor, "returned", { value: 1 });
  }, 2 * s);
  return modeWords(recording, recording.workers("coroutines"), undefined, 2 * s);
};

test("what the supervisor cancelled is said in the end, with how long it took", () => {
  expect(recorded("supervisor")).toEqual({ key: "state.cancelled", us: 200 });
});

test("what a helper cancelled is not: the program has returned, and that is said", () => {
  expect(recorded("helper")).toMatchObject({ key: "state.returned" });
});
