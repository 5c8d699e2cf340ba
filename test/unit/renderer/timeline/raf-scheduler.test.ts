import { expect, test } from "vitest";
import { RafScheduler } from "../../../../renderer/timeline/worker/raf-scheduler.ts";

function stage(moves: () => boolean) {
  const frames: (() => void)[] = [];
  let drawn = 0;
  const scheduler = new RafScheduler(
    (frame) => frames.push(frame),
    () => {
      drawn += 1;
      return moves();
    },
  );
  const tick = () => frames.shift()?.();
  return { scheduler, tick, drawn: () => drawn, asked: () => frames.length };
}

test("many changes before a frame are drawn in one", () => {
  const { scheduler, tick, drawn, asked } = stage(() => false);
  for (let i = 0; i < 10; i++) scheduler.dirty();
  expect(asked()).toBe(1);
  tick();
  expect(drawn()).toBe(1);
  expect(asked()).toBe(0);
});

test("while the picture moves by itself each frame asks for the next, and then no more", () => {
  let moving = 3;
  const { scheduler, tick, drawn, asked } = stage(() => --moving > 0);
  scheduler.dirty();
  while (asked() > 0) tick();
  expect(drawn()).toBe(3);
});
