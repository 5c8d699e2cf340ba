// What Python writes to standard error where no caller can be told: the texts are CPython's, but for its traceback.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { blockingSleep, coroutine, createTask, gather, sleep } from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { setConsoleSink } from "../../../../core/programs/console.ts";
import { forgetLeftCoroutines, onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

let written: string[] = [];

beforeEach(() => {
  forgetLeftCoroutines();
  written = [];
  setConsoleSink((text, stream) => void written.push(`${stream}: ${text}`));
});
afterEach(() => setConsoleSink(null));

const fail = coroutine(function* fail(error: unknown) {
  yield* sleep(1);
  throw error;
});

const forever = coroutine(function* forever() {
  yield* sleep(1_000_000);
});

describe("an error in a callback", () => {
  test("is told with the callback, and the loop goes on", () => {
    onVirtualClock(function* (loop) {
      loop.callSoon(function broken() {
        throw new RangeError("boom");
      });
      yield* sleep(1);
    });
    expect(written).toEqual(["stderr: Exception in callback broken()\nhandle: <Handle broken()>\nRangeError: boom\n"]);
  });

  test("is told even when it can't be printed", () => {
    onVirtualClock(function* (loop) {
      loop.callSoon(function broken() {
        throw Object.create(null);
      });
      yield* sleep(1);
    });
    expect(written).toEqual([
      "stderr: Exception in callback broken()\nhandle: <Handle broken()>\n<unprintable object>\n",
    ]);
  });

  test("goes to the handler of the program's own, and nowhere else; what fails in that goes to the default one", () => {
    const told: string[] = [];
    onVirtualClock(function* (loop) {
      loop.setExceptionHandler((_, { message }) => {
        told.push(message);
        if (told.length === 2) throw new TypeError("worse");
      });
      for (let n = 0; n < 2; n++) loop.callSoon(() => thrownBy(() => {}));
      yield* sleep(1);
      loop.setExceptionHandler(null);
    });
    expect(told).toHaveLength(2);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(
      /^stderr: Unhandled error in exception handler\ncontext: \{'message': 'Exception in .*\nTypeError: worse\n$/,
    );
  });
});

describe("an error that nobody asks a future for", () => {
  test("is told when the loop closes, with the task as it was", () => {
    onVirtualClock(function* () {
      createTask(fail(new RangeError("boom")), { name: "unheard" });
      yield* sleep(2);
    });
    expect(written).toEqual([
      "stderr: Task exception was never retrieved\nfuture: <Task finished name='unheard' coro=<fail()> exception=RangeError('boom')>\nRangeError: boom\n",
    ]);
  });

  test("is told once, and of a future by that name", () => {
    onVirtualClock(function* (loop) {
      loop.createFuture().setException("a text");
      yield* sleep(0);
    });
    new VirtualEventLoop().close();
    expect(written).toEqual([
      "stderr: Future exception was never retrieved\nfuture: <Future finished exception='a text'>\na text\n",
    ]);
  });

  test("is not told when it was awaited, asked for, or given up by a cancel", () => {
    onVirtualClock(function* (loop) {
      const [asked, cancelled] = [loop.createFuture(), loop.createFuture()];
      asked.setException(new RangeError("asked"));
      cancelled.setException(new RangeError("cancelled"));
      asked.exception();
      cancelled.cancel();
      try {
        yield* createTask(fail(new RangeError("awaited")));
      } catch {
        // As expected.
      }
    });
    expect(written).toEqual([]);
  });

  test("is told for one loop and not for another that goes on", () => {
    const other = new VirtualEventLoop();
    other.createFuture().setException(new RangeError("other"));
    onVirtualClock(function* (loop) {
      loop.createFuture().setException(new RangeError("one"));
      yield* sleep(0);
    });
    expect(written).toHaveLength(1);
    expect(written[0]).toContain("RangeError: one");
    other.close();
    expect(written).toHaveLength(2);
  });
});

describe("a task that is pending when its loop closes", () => {
  test("is told of", () => {
    onVirtualClock(function* () {
      createTask(forever(), { name: "late" });
      yield* sleep(1);
    });
    expect(written).toEqual([
      "stderr: Task was destroyed but it is pending!\ntask: <Task pending name='late' coro=<forever()> wait_for=<Future pending cb=[Task.task_wakeup()]>>\n",
    ]);
  });

  test("is not told of when gather made it, and is when the caller did", () => {
    onVirtualClock(function* () {
      gather([forever(), createTask(forever(), { name: "the caller's" }), forever()]);
      yield* sleep(1);
    });
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('name="the caller\'s"');
  });

  test("is not told of when runUntilComplete made it, which then fails itself", () => {
    const loop = new VirtualEventLoop();
    loop.callSoon(() => loop.stop());
    expect(String(thrownBy(() => loop.runUntilComplete(forever())))).toBe(
      "RuntimeError: Event loop stopped before Future completed.",
    );
    loop.close();
    expect(written).toEqual([]);
  });
});

test("debug mode tells of a callback and of a step that hold the loop up, and only then", () => {
  onVirtualClock(function* (loop) {
    loop.callSoon(blockingSleep, 0.2);
    yield* sleep(1);
    loop.setDebug(true);
    loop.callSoon(blockingSleep, 0.05);
    loop.callSoon(blockingSleep, 0.1);
    yield* sleep(1);
    loop.setDebug(false);
    loop.callSoon(blockingSleep, 0.2);
    yield* sleep(1);
  });
  expect(written).toEqual(["stderr: Executing <Handle blockingSleep(0.1)> took 0.100 seconds\n"]);
});

test("a loop that was given up says nothing more, and another says what is its own", () => {
  const [given, other] = [new VirtualEventLoop(), new VirtualEventLoop()];
  for (const loop of [given, other]) {
    loop.createFuture().setException(new RangeError("boom"));
    loop.createTask(forever());
    loop.callSoon(() => void forever());
  }
  given.callSoon(() => given.stop());
  given.runForever();
  given.abandon();
  given.close();
  expect(written).toEqual([]);
  other.callSoon(() => other.stop());
  other.runForever();
  other.close();
  expect(written.map((text) => text.split("\n")[0])).toEqual([
    "stderr: Future exception was never retrieved",
    "stderr: Task was destroyed but it is pending!",
    "stderr: RuntimeWarning: coroutine 'forever' was never awaited",
  ]);
});
