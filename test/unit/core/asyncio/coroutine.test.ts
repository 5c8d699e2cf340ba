import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { coroutine, createTask, ensureFuture, isCoroutine, sleep } from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { setConsoleSink } from "../../../../core/programs/console.ts";
import { forgetLeftCoroutines, onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

let warnings: string[] = [];

beforeEach(() => {
  forgetLeftCoroutines();
  warnings = [];
  setConsoleSink((text) => void warnings.push(text.trimEnd()));
});
afterEach(() => setConsoleSink(null));

const double = coroutine(function* double(n: number) {
  yield* sleep(1);
  return n * 2;
});

describe("a coroutine object", () => {
  test("runs nothing until it is driven", () => {
    let ran = false;
    const note = coroutine(function* note() {
      ran = true;
      yield* sleep(0);
    });
    const idle = note();
    expect(ran).toBe(false);
    expect(isCoroutine(idle)).toBe(true);
    idle.close();
    expect(ran).toBe(false);
  });

  test("hands its value to `yield*`, in the same task", () => {
    expect(
      onVirtualClock(function* (loop) {
        const value = yield* double(21);
        return [value, loop.time()];
      }),
    ).toEqual([42, 1]);
  });

  test("can be awaited once", () => {
    const error = onVirtualClock(function* () {
      const once = double(1);
      yield* once;
      return thrownBy(() => once[Symbol.iterator]());
    });
    expect(String(error)).toBe("RuntimeError: cannot reuse already awaited coroutine");
  });

  test("keeps the `this` that it is called with", () => {
    const holder = {
      n: 5,
      get: coroutine(function* get(this: { n: number }) {
        yield* sleep(0);
        return this.n;
      }),
    };
    expect(
      onVirtualClock(function* () {
        return yield* holder.get();
      }),
    ).toBe(5);
  });
});

describe("what a coroutine may yield", () => {
  const messageOf = (yielded: unknown) =>
    onVirtualClock(function* () {
      const task = createTask(
        coroutine(function* bad() {
          yield yielded;
        })(),
      );
      try {
        yield* task;
      } catch (error) {
        return String(error);
      }
      return "nothing was raised";
    });

  test("a bare yield of a value is a RuntimeError that names the value", () => {
    expect(messageOf(5)).toBe("RuntimeError: Task got bad yield: 5");
    expect(messageOf(null)).toBe("RuntimeError: Task got bad yield: None");
  });

  test("a future that is yielded without the star is told apart from one that is awaited", () => {
    const message = onVirtualClock(function* (loop) {
      const task = createTask(
        coroutine(function* bad() {
          yield loop.createFuture();
        })(),
      );
      try {
        yield* task;
      } catch (error) {
        return String(error);
      }
      return "nothing was raised";
    });
    expect(message).toMatch(
      /^RuntimeError: yield was used instead of yield\* in task <Task pending name='Task-2' .* with <Future pending>$/,
    );
  });

  test("a bare yield of nothing lets one turn of the loop pass", () => {
    const order = onVirtualClock(function* (loop) {
      const seen: string[] = [];
      loop.callSoon(() => void seen.push("callback"));
      yield;
      seen.push("after");
      return seen;
    });
    expect(order).toEqual(["callback", "after"]);
  });

  test("a plain function that returns a future or a task is awaited like a coroutine", () => {
    const value = onVirtualClock(function* () {
      const plain = () => createTask(double(4));
      return yield* plain();
    });
    expect(value).toBe(8);
  });
});

describe("a coroutine that is never awaited", () => {
  test("is warned of when its loop closes, by name, and once", () => {
    onVirtualClock(function* () {
      double(1);
      sleep(1);
      yield* sleep(0);
    });
    expect(warnings).toEqual([
      "RuntimeWarning: coroutine 'double' was never awaited",
      "RuntimeWarning: coroutine 'sleep' was never awaited",
    ]);
    new VirtualEventLoop().close();
    expect(warnings).toHaveLength(2);
  });

  test("is not warned of when it is awaited late, made a task, or closed", () => {
    onVirtualClock(function* () {
      const late = double(1);
      const task = ensureFuture(double(2));
      const closed = double(3);
      yield* sleep(5);
      yield* late;
      yield* task;
      closed.close();
    });
    expect(warnings).toEqual([]);
  });

  test("is found among more than are looked at in one go", () => {
    onVirtualClock(function* () {
      for (let n = 0; n < 1_000; n++)
        if (n !== 500) yield* double(n);
        else double(n);
    });
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'double' was never awaited"]);
  });
});
