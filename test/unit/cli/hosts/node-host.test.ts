import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NodeHost } from "../../../../cli/hosts/node-host.ts";
import { HostedEventLoop } from "../../../../core/asyncio/hosted-loop.ts";
import { coroutine, sleep } from "../../../../core/asyncio/index.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Node as a host", () => {
  test("runs a coroutine on its timers and gives a promise of its result", async () => {
    const loop = new HostedEventLoop(new NodeHost());
    const seen: number[] = [];
    const ticking = coroutine(function* ticking() {
      const began = loop.time();
      for (let n = 0; n < 3; n++) {
        seen.push(Math.round((loop.time() - began) * 1_000));
        yield* sleep(0.1);
      }
      return "done";
    });
    const promise = loop.runUntilComplete(ticking());
    await vi.runAllTimersAsync();
    expect(await promise).toBe("done");
    expect(seen).toEqual([0, 100, 200]);
  });

  test("asks Node for one wake-up of a kind at a time, and takes a timer back", () => {
    const host = new NodeHost();
    host.wakeSoon();
    host.wakeSoon();
    host.wakeAt(host.time() + 1);
    host.wakeAt(host.time() + 2);
    expect(vi.getTimerCount()).toBe(2);
    host.cancelWake();
    expect(vi.getTimerCount()).toBe(1);
  });

  test("blocks by waiting on memory, for the delay in ms, and not at all for none", () => {
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    const host = new NodeHost();
    host.block(0.25);
    host.block(0);
    expect(wait.mock.calls.map(([, , , ms]) => ms)).toEqual([250]);
  });
});
