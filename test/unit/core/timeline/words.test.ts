/**
 * Where the words of a picture stand, and what they say once.
 */
import { describe, expect, test } from "vitest";
import { noLane, noProducer } from "../../../../core/trace/ids.ts";
import type { TaskWriter } from "../../../../core/trace/task-writer.ts";
import { drawn, textsOf, writtenRecording } from "../../../support/timeline-look/drawn.ts";

const s = 1_000_000;

/** Two threads that are asked at 2 s and joined at 2.3 s and 2.9 s. */
function askedAndJoined(writer: TaskWriter): void {
  const process = writer.laneCreated(0, "process", "threads", "utility process 2", noLane, noLane);
  const main = writer.laneCreated(0, "thread", "threads", "MainThread", process, noLane);
  const first = writer.laneCreated(0, "thread", "threads", "Thread-1", process, main);
  const second = writer.laneCreated(0, "thread", "threads", "Thread-2", process, main);
  writer.run(0, main, noProducer, 0);
  writer.wait(1_000, main, "sleep", noLane, 2_000);
  const asked = writer.signalSet(2 * s, main, noProducer, 0);
  writer.wait(2 * s, main, "join", first, Number.NaN);
  writer.run(2.3 * s, main, noProducer, 0);
  writer.signalSeen(2.25 * s, first, 1, asked);
  writer.laneEnded(2.28 * s, first, "returned");
  writer.joinEnded(2.3 * s, main, first, "ended", noProducer, 0);
  writer.wait(2.3 * s, main, "join", second, Number.NaN);
  writer.signalSeen(2.85 * s, second, 1, asked);
  writer.laneEnded(2.88 * s, second, "returned");
  writer.joinEnded(2.9 * s, main, second, "ended", noProducer, 0);
  writer.run(2.9 * s, main, noProducer, 0);
  writer.laneEnded(2.95 * s, main, "returned", { value: 42 });
}

describe("the words of moments", () => {
  test("stand beside their own moment, each in its own colour", () => {
    const { scene, wordsOf } = drawn(writtenRecording(askedAndJoined));
    for (const [text, t, colour] of [
      ["asked to stop", 2 * s, "cancel"],
      ["joined Thread-1", 2.3 * s, "muted"],
      ["joined Thread-2", 2.9 * s, "muted"],
    ] as const) {
      const word = wordsOf("MainThread").find((item) => item.text === text);
      if (word === undefined) throw new Error(`"${text}" is not there`);
      const x = scene.scale.x(t);
      const distance = Math.min(Math.abs(word.x - x), Math.abs(word.x + text.length * 6 - x));
      expect(distance, text).toBeLessThan(14);
      expect(word.colour).toBe(colour);
    }
  });

  test("of moments that all but fall together stand in one note, each part in its own colour", () => {
    const { wordsOf } = drawn(writtenRecording(askedAndJoined), { view: { from: -60 * s, to: 60 * s } });
    const strip = wordsOf("MainThread").filter((item) => item.text !== "returned 42");
    expect(strip.map(({ text }) => text)).toEqual([
      "asked to stop",
      " · ",
      "joined Thread-1",
      " · ",
      "joined Thread-2",
    ]);
    expect(strip.map(({ colour }) => colour)).toEqual(["cancel", "muted", "muted", "muted", "muted"]);
  });

  test("a task awaits what a thread joins", () => {
    const recording = writtenRecording((writer) => {
      const process = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
      const loop = writer.laneCreated(0, "loop", "coroutines", "event loop", process, noLane);
      const task = writer.laneCreated(0, "task", "coroutines", "Task-1", loop, noLane);
      const other = writer.laneCreated(0, "task", "coroutines", "Task-2", loop, task);
      writer.laneEnded(s, other, "returned");
      writer.joinEnded(s, task, other, "ended", noProducer, 0);
      writer.laneEnded(2 * s, task, "returned");
    });
    expect(textsOf(drawn(recording).wordsOf("Task-1"))).toContain("awaited Task-2");
  });

  test("a press is said once on each lane, however many messages and calls it takes", () => {
    const recording = writtenRecording((writer) => {
      const main = writer.laneCreated(0, "process", "main", "main process 1", noLane, noLane);
      const utility = writer.laneCreated(0, "process", "threads", "utility process 2", noLane, noLane);
      const page = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
      const pressed = writer.messageSent(s, page, main, "run.cancel", 2);
      writer.messageReceived(s + 900, main, 1, pressed, page, "run.cancel", 2);
      const tellsUtility = writer.messageSent(s + 1_000, main, utility, "cancel", 2);
      const tellsPage = writer.messageSent(s + 1_100, main, page, "cancel", 2);
      writer.messageReceived(s + 2_000, utility, 1, tellsUtility, main, "cancel", 2);
      writer.signalSet(s + 2_100, utility, noProducer, 0);
      writer.messageReceived(s + 4_000, page, 1, tellsPage, main, "cancel", 2);
      for (const lane of [main, utility, page]) writer.laneEnded(3 * s, lane, "open");
    });
    const { wordsOf } = drawn(recording);
    expect(textsOf(wordsOf("main process 1"))).toEqual(["Cancel pressed"]);
    expect(textsOf(wordsOf("utility process 2"))).toEqual(["told to cancel"]);
    expect(textsOf(wordsOf("renderer 3"))).toEqual(["told to cancel"]);
  });
});

describe("the words of waits", () => {
  test("leave most of a blocked bar to be seen, or stand above it, in fewer words where there is no room for more", () => {
    for (const width of [600, 700, 800, 900, 1_000, 1_200]) {
      const { of, wordsOf } = drawn(writtenRecording(askedAndJoined), { width });
      const bands = of("MainThread").filter((item) => item.style === "blocked");
      const joins = wordsOf("MainThread").filter((item) => /^(blocked )?in join|^join$/.test(item.text));
      expect(joins.length, `at ${width} px`).toBeGreaterThanOrEqual(1);
      for (const word of wordsOf("MainThread").filter((item) => item.style === "label-centre")) {
        const band = bands.find((item) => item.x <= word.x && item.x + item.w >= word.x);
        expect(word.text.length * 6).toBeLessThan(band?.w ?? 0);
      }
    }
  });

  test("a plate under words leaves the edges of its bar", () => {
    const { items, of } = drawn(writtenRecording(askedAndJoined));
    const band = of("MainThread").find((item) => item.style === "blocked");
    const word = of("MainThread").find((item) => item.text.startsWith("blocked in sleep"));
    if (band === undefined || word === undefined) throw new Error("no sleep");
    const plate = items.find(
      (item) => item.colour === "background" && item.x < word.x && item.x + item.w > word.x && item.y > band.y,
    );
    expect(plate?.y).toBeGreaterThan(band.y);
    expect((plate?.y ?? 0) + (plate?.h ?? 0)).toBeLessThan(band.y + band.h);
  });

  test("alike waits are said once, of threads and of tasks alike", () => {
    const recording = writtenRecording((writer) => {
      const process = writer.laneCreated(0, "process", "threads", "process 2", noLane, noLane);
      const thread = writer.laneCreated(0, "thread", "threads", "Thread-1", process, noLane);
      const loop = writer.laneCreated(0, "loop", "coroutines", "event loop", process, noLane);
      const task = writer.laneCreated(0, "task", "coroutines", "Task-1", loop, noLane);
      for (let turn = 0; turn < 6; turn++) {
        for (const lane of [thread, task]) {
          writer.run(turn * 0.4 * s, lane, noProducer, 0);
          writer.wait(turn * 0.4 * s + 500, lane, "sleep", noLane, 400);
        }
      }
      for (const lane of [thread, task]) writer.laneEnded(2.4 * s, lane, "returned");
    });
    const { wordsOf } = drawn(recording);
    expect(textsOf(wordsOf("Thread-1"))).toEqual(["returned", "blocked in sleep 0.4 s, again and again"]);
    expect(textsOf(wordsOf("Task-1"))).toEqual(["returned", "sleep 0.4 s, again and again"]);
  });
});
