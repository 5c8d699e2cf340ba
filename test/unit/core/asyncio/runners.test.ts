import { afterEach, describe, expect, test } from "vitest";
import {
  coroutine,
  createTask,
  gather,
  getEventLoop,
  Runner,
  run,
  runSync,
  setEventLoop,
  sleep,
} from "../../../../core/asyncio/index.ts";
import { setEventLoopPolicy } from "../../../../core/asyncio/policy.ts";
import { shutdown } from "../../../../core/asyncio/runners.ts";
import { Deadlock, VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { thrownBy } from "./on-virtual-clock.ts";

afterEach(() => {
  setEventLoop(null);
  setEventLoopPolicy(null);
});

const answer = coroutine(function* answer() {
  yield* sleep(3);
  return 42;
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

describe("a runner", () => {
  test("runs one coroutine after the other on one loop, and on closing cancels what is left", () => {
    setEventLoopPolicy(() => new VirtualEventLoop());
    const seen: string[] = [];
    const background = coroutine(function* background() {
      try {
        yield* sleep(100);
      } finally {
        seen.push("cancelled");
      }
    });
    const start = coroutine(function* start() {
      createTask(background());
      return yield* answer();
    });
    const runner = new Runner({ debug: true });
    expect([runner.run(start()), runner.run(answer())]).toEqual([42, 42]);
    const loop = runner.getLoop();
    expect([loop.getDebug(), loop.time(), getEventLoop() === loop]).toEqual([true, 6, true]);
    expect(seen).toEqual([]);
    runner.close();
    runner.close();
    expect([seen, loop.isClosed()]).toEqual([["cancelled"], true]);
    expect(String(thrownBy(() => runner.run(answer())))).toBe("RuntimeError: Runner is closed");
  });

  test("makes its loop as it is told to, and refuses what is no coroutine, and a loop that runs", () => {
    const loop = new VirtualEventLoop();
    const runner = new Runner({ loopFactory: () => loop });
    expect(String(thrownBy(() => runner.run(loop.createFuture())))).toBe(
      "ValueError: a coroutine was expected, got <Future pending>",
    );
    const nested = coroutine(function* nested() {
      yield* sleep(0);
      const inner = answer();
      const refused = String(thrownBy(() => runner.run(inner)));
      inner.close();
      return refused;
    });
    expect(runner.run(nested())).toBe("RuntimeError: Runner.run() cannot be called from a running event loop");
    runner.close();
  });

  test("runSync takes the current loop when it is given none", () => {
    const loop = new VirtualEventLoop();
    setEventLoop(loop);
    expect(runSync(answer())).toBe(42);
    loop.close();
  });
});
