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
  run,
  runSync,
  setEventLoop,
  sleep,
} from "../../../../core/asyncio/index.ts";
import { setEventLoopPolicy } from "../../../../core/asyncio/policy.ts";
import { shutdown } from "../../../../core/asyncio/runners.ts";
import { Deadlock, VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

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

describe("running the loop", () => {
  test("runUntilComplete wraps a coroutine and gives its result, or raises its error", () => {
    const loop = new VirtualEventLoop();
    expect(loop.runUntilComplete(answer())).toBe(42);
    const failing = coroutine(function* failing() {
      yield* sleep(1);
      throw new RangeError("boom");
    });
    expect(String(thrownBy(() => loop.runUntilComplete(failing())))).toBe("RangeError: boom");
    expect(loop.time()).toBe(4);
    loop.close();
  });

  test("a future that nothing can settle is a deadlock on the virtual clock, and the loop can run again", () => {
    const loop = new VirtualEventLoop();
    expect(thrownBy(() => loop.runUntilComplete(loop.createFuture()))).toBeInstanceOf(Deadlock);
    expect(loop.runUntilComplete(answer())).toBe(42);
    loop.close();
  });

  test("stop ends runForever with the turn, and runUntilComplete with an error", () => {
    const loop = new VirtualEventLoop();
    const seen: string[] = [];
    loop.callSoon(() => loop.stop());
    loop.callSoon(() => void seen.push("same turn"));
    loop.callSoon(() => loop.callSoon(() => void seen.push("next turn")));
    loop.runForever();
    expect(seen).toEqual(["same turn"]);
    loop.callSoon(() => loop.stop());
    expect(String(thrownBy(() => loop.runUntilComplete(loop.createFuture())))).toBe(
      "RuntimeError: Event loop stopped before Future completed.",
    );
    loop.close();
  });

  test("is refused while a loop runs, and when the loop is closed", () => {
    const loop = new VirtualEventLoop();
    const other = new VirtualEventLoop();
    const nested = coroutine(function* nested() {
      yield* sleep(0);
      return [
        String(thrownBy(() => loop.runForever())),
        String(thrownBy(() => other.runForever())),
        String(thrownBy(() => loop.close())),
      ];
    });
    expect(loop.runUntilComplete(nested())).toEqual([
      "RuntimeError: This event loop is already running",
      "RuntimeError: Cannot run the event loop while another loop is running",
      "RuntimeError: Cannot close a running event loop",
    ]);
    loop.close();
    expect(String(thrownBy(() => loop.callSoon(() => {})))).toBe("RuntimeError: Event loop is closed");
    expect(String(thrownBy(() => loop.runForever()))).toBe("RuntimeError: Event loop is closed");
    other.close();
  });

  test("run makes a loop, cancels what is left over, waits for it, and closes the loop", () => {
    const loops: VirtualEventLoop[] = [];
    setEventLoopPolicy(() => {
      const loop = new VirtualEventLoop();
      loops.push(loop);
      return loop;
    });
    const seen: string[] = [];
    const background = coroutine(function* background() {
      try {
        yield* sleep(100);
      } finally {
        yield* sleep(1);
        seen.push("cleaned up");
      }
    });
    const main = coroutine(function* main() {
      createTask(background());
      yield* sleep(1);
      return "done";
    });
    expect(run(main())).toBe("done");
    expect(seen).toEqual(["cleaned up"]);
    expect(loops.map((loop) => loop.isClosed())).toEqual([true]);
    expect(() => run(loops[0]?.createFuture() ?? [])).toThrow(/a coroutine was expected, got <Future pending>/);
  });

  test("shutdown ends what a stopped program left, and tells of errors on the way", () => {
    const loop = new VirtualEventLoop();
    const messages: string[] = [];
    loop.setExceptionHandler((_, context) => void messages.push(context.message));
    const stubborn = coroutine(function* stubborn() {
      try {
        yield* sleep(100);
      } catch {
        throw new RangeError("in the cleanup");
      }
    });
    loop.createTask(stubborn());
    loop.runUntilComplete(answer());
    shutdown(loop);
    expect(messages).toEqual(["unhandled exception during asyncio.run() shutdown"]);
    expect(loop.isClosed()).toBe(true);
  });

  test("runSync runs whatever can be awaited", () => {
    const loop = new VirtualEventLoop();
    expect(runSync(answer(), loop)).toBe(42);
    expect(runSync(gather([loop.createTask(answer())]), loop)).toEqual([42]);
    loop.close();
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
