import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Throttle } from "../../../../renderer/timeline/worker/throttle.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function throttled(every: number) {
  const calls: number[] = [];
  const throttle = new Throttle(
    every,
    () => calls.push(Date.now()),
    () => Date.now(),
  );
  return { throttle, calls };
}

test("however often it is asked, it acts at most once in its time, and once after the last asking", () => {
  const { throttle, calls } = throttled(33);
  const start = Date.now();
  for (let ms = 0; ms <= 1_000; ms += 5) {
    throttle.ask();
    vi.advanceTimersByTime(5);
  }
  vi.advanceTimersByTime(100);
  expect(calls.length).toBeLessThanOrEqual(32);
  expect(calls[0]).toBe(start);
  expect(calls.at(-1)).toBeGreaterThanOrEqual(start + 1_000);
  for (const [i, call] of calls.entries()) if (i > 0) expect(call - (calls[i - 1] ?? 0)).toBeGreaterThanOrEqual(33);
});

test("a flush acts now, in place of the call that waits", () => {
  const { throttle, calls } = throttled(1_000);
  throttle.ask();
  throttle.ask();
  throttle.flush();
  vi.advanceTimersByTime(5_000);
  expect(calls).toHaveLength(2);
});
