/**
 * A task that holds its loop's thread: what the picture says of it, of the loop, and of who is due and has to wait.
 */
import { expect, test } from "vitest";
import { lateWordings } from "../../../../core/timeline/wait-words.ts";
import { noLane, noProducer } from "../../../../core/trace/ids.ts";
import type { TaskWriter } from "../../../../core/trace/task-writer.ts";
import { drawn, textsOf, writtenRecording } from "../../../support/timeline-look/drawn.ts";

const s = 1_000_000;

/** Task-1 holds the loop from 1 s to 3 s, Task-2 sleeps 0.1 s from 1 s on. `blocks`: or else it only runs as long. */
const held =
  (blocks: boolean) =>
  (writer: TaskWriter): void => {
    const process = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
    const loop = writer.laneCreated(0, "loop", "coroutines", "event loop", process, noLane);
    const first = writer.laneCreated(0, "task", "coroutines", "Task-1", loop, noLane);
    const second = writer.laneCreated(0, "task", "coroutines", "Task-2", loop, first);
    writer.run(0.9 * s, second, noProducer, 0);
    writer.wait(1 * s, second, "sleep", noLane, 100);
    writer.turnBegan(1 * s, loop, 1);
    writer.run(1 * s, first, noProducer, 0);
    if (blocks) writer.wait(1 * s + 100, first, "block", noLane, 2_000);
    writer.run(3 * s, first, noProducer, 0);
    writer.turnEnded(3 * s, loop, 1);
    writer.ready(3 * s, second, noProducer, 0);
    writer.run(3 * s + 100, second, noProducer, 0);
    for (const lane of [first, second, loop]) writer.laneEnded(3.5 * s, lane, "returned");
  };

test("a sleep is a thin line until it is due, and hatched from then on: late, because the loop is blocked", () => {
  const { scene, of, wordsOf } = drawn(writtenRecording(held(true)));
  const line = of("Task-2").find((item) => item.shape === "line");
  const late = of("Task-2").find((item) => item.shape === "hatch" && item.style === "ready" && item.w > 100);
  expect(line?.w).toBeCloseTo(scene.scale.x(1.1 * s));
  expect(late?.x).toBeCloseTo(scene.scale.x(1.1 * s));
  expect((late?.x ?? 0) + (late?.w ?? 0)).toBeCloseTo(scene.scale.x(3 * s));
  expect(textsOf(wordsOf("Task-2"))).toContain("1.9 s late: the loop is blocked");
});

test("a loop whose thread is held is in alarm for as long, and says that it stands still", () => {
  const { scene, of, wordsOf } = drawn(writtenRecording(held(true)));
  const alarm = of("event loop").find((item) => item.style === "blocked" && item.colour === "cancel");
  expect(alarm?.x).toBeCloseTo(scene.scale.x(1 * s + 100));
  expect((alarm?.x ?? 0) + (alarm?.w ?? 0)).toBeCloseTo(scene.scale.x(3 * s));
  expect(textsOf(wordsOf("event loop"))).toContain("the loop stands still");
});

test("a turn that is only long is no alarm, and who is due then waits for a busy loop", () => {
  const { of, wordsOf } = drawn(writtenRecording(held(false)));
  expect(of("event loop").some((item) => item.style === "blocked")).toBe(false);
  expect(textsOf(wordsOf("Task-2"))).toContain("1.9 s late: the loop is busy");
});

test("while it goes on, the lateness grows with now", () => {
  const recording = writtenRecording((writer) => {
    const process = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
    const loop = writer.laneCreated(0, "loop", "coroutines", "event loop", process, noLane);
    const task = writer.laneCreated(0, "task", "coroutines", "Task-2", loop, noLane);
    writer.wait(1 * s, task, "sleep", noLane, 100);
    writer.line(2.1 * s, task, "coroutines.ts", 1);
  }, 0);
  expect(textsOf(drawn(recording, { at: 0 }).wordsOf("Task-2"))).toContain("1 s late: the loop is busy");
});

test("the words for a lateness get shorter down to the fact", () => {
  const recording = writtenRecording(held(true));
  const words = lateWordings({ table: recording.table, language: "en" }, 4_000, true);
  expect(words.map((text) => text.replaceAll(/\s/g, " "))).toEqual([
    "4 ms late: the loop is blocked",
    "due, the loop is blocked",
    "4 ms late",
    "due",
  ]);
});
