import { expect, test } from "vitest";
import { noLane } from "../../../../core/trace/ids.ts";
import { drawn, textsOf, writtenRecording } from "../../../support/timeline-look/drawn.ts";

const many = writtenRecording((writer) => {
  const process = writer.laneCreated(0, "process", "coroutines", "renderer 3", noLane, noLane);
  const loop = writer.laneCreated(0, "loop", "coroutines", "event loop", process, noLane);
  for (let n = 1; n <= 12; n++) writer.laneCreated(n, "task", "coroutines", `Task-${n}`, loop, noLane);
});

const gutterWords = (height: number, scroll = 0) =>
  textsOf(drawn(many, { height, scroll }).items.filter((item) => item.style === "strong-left" && item.x === 0));

test("lanes that don't fit are counted below, and above once they are scrolled, and a thumb says where one is", () => {
  expect(gutterWords(240)).toContainEqual(expect.stringMatching(/^\d+ more lanes ↓$/));
  expect(gutterWords(240)).not.toContainEqual(expect.stringMatching(/↑/));
  expect(gutterWords(240, 60)).toContainEqual(expect.stringMatching(/more lanes? ↑$/));
  const { items, scene } = drawn(many, { height: 240 });
  const thumb = items.find((item) => item.shape === "rect" && item.colour === "muted" && item.x >= 1_000 - 4);
  expect(thumb?.h).toBeLessThan(scene.frame.bottom - scene.frame.axis);
});

test("the lanes that are said to be missing are those whose bar is not whole in sight", () => {
  const { scene } = drawn(many, { height: 240 });
  const whole = scene.rows.filter(
    (row) => scene.frame.axis + row.barMiddle + row.barHeight / 2 <= scene.frame.bottom,
  ).length;
  expect(gutterWords(240)).toContain(`${scene.rows.length - whole} more lanes ↓`);
});

test("where all lanes are in sight nothing says that there are more", () => {
  expect(gutterWords(700)).toEqual(["renderer 3"]);
});
