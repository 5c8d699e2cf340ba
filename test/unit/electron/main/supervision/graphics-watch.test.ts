import { expect, test } from "vitest";
import { GraphicsWatch } from "../../../../../electron/main/supervision/graphics-watch.ts";
import { RestartPolicy } from "../../../../../electron/main/supervision/restart-policy.ts";

interface Told {
  lifted: number;
  readonly troubles: (number | undefined)[];
  waiting: (() => void)[];
}

function watched(accelerated: boolean) {
  const told: Told = { lifted: 0, troubles: [], waiting: [] };
  const watch = new GraphicsWatch({
    restarts: new RestartPolicy(() => 0),
    after: (_ms, action) => {
      told.waiting = [action];
      return () => {
        told.waiting = [];
      };
    },
    isAccelerated: () => accelerated,
    liftLimit: () => {
      told.lifted += 1;
    },
    onTrouble: (deaths) => told.troubles.push(deaths),
  });
  return { watch, told };
}

test("Chromium falls back from a bad driver by itself: its limit stays as long as the graphics card draws", () => {
  const { watch, told } = watched(true);
  for (let death = 0; death < 3; death++) watch.died();
  expect(told.lifted).toBe(0);
});

test("drawing in software, the first death lifts the limit that would end the app", () => {
  const { watch, told } = watched(false);
  watch.died();
  expect(told.lifted).toBe(1);
  expect(told.troubles).toEqual([]);
});

test("what dies again and again is told of, until it has not died for a while", () => {
  const { watch, told } = watched(false);
  for (let death = 0; death < 7; death++) watch.died();
  expect(told.troubles).toEqual([6, 7]);
  for (const passed of told.waiting) passed();
  expect(told.troubles).toEqual([6, 7, undefined]);
});
