import { describe, expect, test } from "vitest";
import {
  coroutine,
  createTask,
  Future,
  gather,
  InvalidStateError,
  isFuture,
  sleep,
} from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

describe("a future", () => {
  test("settles once, and says so of a second time", () => {
    const future = new VirtualEventLoop().createFuture<number>();
    expect(future.done()).toBe(false);
    future.setResult(1);
    expect(future.result()).toBe(1);
    expect(future.exception()).toBeNull();
    expect(thrownBy(() => future.setResult(2))).toBeInstanceOf(InvalidStateError);
    expect(thrownBy(() => future.setException(new Error("x")))).toBeInstanceOf(InvalidStateError);
    expect(future.cancel()).toBe(false);
    expect(future.result()).toBe(1);
  });

  test("has no result and no exception while it is pending", () => {
    const future = new VirtualEventLoop().createFuture();
    expect(String(thrownBy(() => future.result()))).toBe("InvalidStateError: Result is not set.");
    expect(String(thrownBy(() => future.exception()))).toBe("InvalidStateError: Exception is not set.");
  });

  test("raises its own exception, the same each time", () => {
    const future = new VirtualEventLoop().createFuture();
    const error = new RangeError("x");
    future.setException(error);
    expect(thrownBy(() => future.result())).toBe(error);
    expect(future.exception()).toBe(error);
  });

  test("calls its callbacks a turn later, in order, each once; a removed one not at all", () => {
    const calls = onVirtualClock(function* (loop) {
      const seen: string[] = [];
      const future = loop.createFuture<number>();
      const removed = () => void seen.push("removed");
      future.addDoneCallback(removed);
      future.addDoneCallback((done) => void seen.push(`first ${done.result()}`));
      future.addDoneCallback(removed);
      future.addDoneCallback(() => void seen.push("second"));
      expect(future.removeDoneCallback(removed)).toBe(2);
      future.setResult(1);
      seen.push("settled");
      yield* sleep(0);
      future.addDoneCallback(() => void seen.push("late"));
      seen.push("added late");
      yield* sleep(0);
      return seen;
    });
    expect(calls).toEqual(["settled", "first 1", "second", "added late", "late"]);
  });

  test("gives its result to every coroutine that awaits it, and awaiting it when done does not suspend", () => {
    const results = onVirtualClock(function* (loop) {
      const future = loop.createFuture<string>();
      const waiting = coroutine(function* waiting() {
        return yield* future;
      });
      const tasks = [createTask(waiting()), createTask(waiting())];
      yield* sleep(0);
      future.setResult("there");
      const before = loop.time();
      const again = yield* future;
      return [...(yield* gather(tasks)), again, loop.time() - before];
    });
    expect(results).toEqual(["there", "there", "there", 0]);
  });

  test("that is driven by hand while it is pending says what is wrong, and can be awaited after that", () => {
    const future = new VirtualEventLoop().createFuture();
    expect(() => [...{ [Symbol.iterator]: () => future[Symbol.iterator]() }]).toThrow("await wasn't used with future");
    expect(future.next().value).toBe(future);
  });

  test("is told from other values", () => {
    expect([isFuture(new Future(new VirtualEventLoop())), isFuture(sleep(0)), isFuture(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
