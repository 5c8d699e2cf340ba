import { afterEach, describe, expect, test } from "vitest";
import type { ExceptionContext } from "../../../../core/asyncio/handles.ts";
import {
  blockingSleep,
  coroutine,
  createTask,
  ensureFuture,
  gather,
  getEventLoop,
  getRunningLoop,
  newEventLoop,
  setEventLoop,
  sleep,
} from "../../../../core/asyncio/index.ts";
import { setEventLoopPolicy } from "../../../../core/asyncio/policy.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { onVirtualClock } from "./on-virtual-clock.ts";

afterEach(() => {
  setEventLoop(null);
  setEventLoopPolicy(null);
});

const answer = coroutine(function* answer() {
  yield* sleep(3);
  return 42;
});

describe("a turn of the loop", () => {
  test("runs what was ready when it began; what that schedules runs in the next", () => {
    const order = onVirtualClock(function* (loop) {
      const seen: string[] = [];
      loop.callSoon(() => {
        seen.push("one");
        loop.callSoon(() => void seen.push("of the next turn"));
      });
      loop.callSoon(() => void seen.push("two"));
      yield* sleep(0);
      seen.push("main");
      yield* sleep(0);
      return seen;
    });
    expect(order).toEqual(["one", "two", "main", "of the next turn"]);
  });

  test("puts due timers behind what is ready, and equal times in the order in which they were set", () => {
    const order = onVirtualClock(function* (loop) {
      const seen: string[] = [];
      for (const name of ["a", "b", "c"]) loop.callAt(5, () => void seen.push(name));
      loop.callLater(4, () => {
        loop.block(2);
        loop.callSoon(() => void seen.push("ready"));
      });
      yield* sleep(10);
      return seen;
    });
    expect(order).toEqual(["ready", "a", "b", "c"]);
  });

  test("does not run a callback or a timer that was cancelled, and hands over arguments", () => {
    const seen = onVirtualClock(function* (loop) {
      const calls: unknown[][] = [];
      const note = (...args: number[]) => void calls.push(args);
      loop.callSoon(note, 1, 2);
      loop.callSoon(note, 3).cancel();
      loop.callLater(1, note, 4).cancel();
      loop.callLater(2, note, 5);
      yield* sleep(3);
      return calls;
    });
    expect(seen).toEqual([[1, 2], [5]]);
  });

  test("goes on after a callback that throws, and tells the exception handler", () => {
    const told = onVirtualClock(function* (loop) {
      const contexts: ExceptionContext[] = [];
      loop.setExceptionHandler((_, context) => void contexts.push(context));
      const seen: string[] = [];
      loop.callSoon(function broken() {
        throw new RangeError("boom");
      });
      loop.callSoon(() => void seen.push("next"));
      yield* sleep(0);
      return [contexts.map(({ message, exception }) => [message, String(exception)]), seen];
    });
    expect(told).toEqual([[["Exception in callback broken()", "RangeError: boom"]], ["next"]]);
  });

  test("is held up by a blocking call: time passes and nothing else runs", () => {
    const seen = onVirtualClock(function* (loop) {
      const ticks: number[] = [];
      const ticking = createTask(
        coroutine(function* tick() {
          for (let n = 0; n < 3; n++) {
            ticks.push(loop.time());
            yield* sleep(1);
          }
        })(),
      );
      yield* sleep(0.5);
      blockingSleep(5);
      yield* ticking;
      return ticks;
    });
    expect(seen).toEqual([0, 5.5, 6.5]);
  });
});

describe("the current loop", () => {
  test("is the running one, else the one that was set, else a new one of the policy's", () => {
    expect(() => newEventLoop()).toThrow(/setEventLoopPolicy/);
    const made = new VirtualEventLoop();
    setEventLoopPolicy(() => made);
    expect(getEventLoop()).toBe(made);
    const set = new VirtualEventLoop();
    setEventLoop(set);
    expect(getEventLoop()).toBe(set);
    expect(
      onVirtualClock(function* (loop) {
        yield* sleep(0);
        return getEventLoop() === loop && getRunningLoop() === loop;
      }),
    ).toBe(true);
    expect(() => getRunningLoop()).toThrow("no running event loop");
  });

  test("ensureFuture hands a future back, makes a task of a coroutine, and refuses anything else", () => {
    const loop = new VirtualEventLoop();
    setEventLoop(loop);
    const future = loop.createFuture();
    expect(ensureFuture(future)).toBe(future);
    expect(ensureFuture(answer()).getName()).toBe("Task-1");
    expect(() => ensureFuture(future, new VirtualEventLoop())).toThrow(/different loop/);
    const refused: unknown[] = [5, "text", [1], null];
    for (const value of refused) {
      expect(() => Reflect.apply(ensureFuture, undefined, [value])).toThrow(
        "An asyncio.Future, a coroutine or an awaitable is required",
      );
    }
    loop.runUntilComplete(gather([ensureFuture(answer())]));
    loop.close();
  });
});
