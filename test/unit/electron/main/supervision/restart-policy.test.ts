import { describe, expect, test } from "vitest";
import { RestartPolicy } from "../../../../../electron/main/supervision/restart-policy.ts";
import { ManualTime } from "../../../../support/manual-time.ts";

describe("starting again what died", () => {
  test("is done at once, then later and later, then no more", () => {
    const time = new ManualTime();
    const restarts = new RestartPolicy(time.now);
    const delays = Array.from({ length: 7 }, () => restarts.died());
    expect(delays).toEqual([0, 0, 250, 500, 1_000, undefined, undefined]);
    expect(restarts.deaths).toBe(7);
  });

  test("is never given up for deaths that are far apart", () => {
    const time = new ManualTime();
    const restarts = new RestartPolicy(time.now);
    for (let death = 0; death < 20; death++) {
      expect(restarts.died()).toBe(0);
      time.advance(30_001);
    }
  });

  test("begins anew when a person wants it", () => {
    const restarts = new RestartPolicy(() => 0);
    for (let death = 0; death < 6; death++) restarts.died();
    restarts.forget();
    expect(restarts.died()).toBe(0);
  });
});
