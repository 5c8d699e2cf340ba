import { afterEach, beforeEach, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import { Future, ThreadPoolExecutor } from "../../../../core/threading/index.ts";
import { enterMainThread } from "../../../support/threads/one-thread.ts";

function add(a: number, b: number): number {
  return a + b;
}

/** A pool that calls at once, in the thread that submits. */
class PromptPool extends ThreadPoolExecutor {
  override submit<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    ...args: NoInfer<Args>
  ): Future<Result> {
    const future = new Future<Result>();
    future.setResult(target(...args));
    return future;
  }
}

beforeEach(() => {
  enterMainThread({ add });
});
afterEach(() => {
  enterContext(null);
});

/** Counts without end, and says how far it was asked; a test that drains it fails. */
function* countUp(asked: { most: number }): Generator<number> {
  for (let at = 10; at < 10_000; at++) {
    asked.most = at;
    yield at;
  }
  throw new RangeError("asked for more than it needs");
}

test("map takes as many items of an endless iterable as the shortest has, and no more than CPython's zip", () => {
  const pool = new PromptPool({ maxWorkers: 1 });
  const asked = { most: 0 };
  expect([...pool.map(add, [[1, 2, 3], countUp(asked)])]).toEqual([11, 13, 15]);
  expect(asked.most).toBe(12);
  // The other way round, zip has taken one more of it before it sees that the list is at its end.
  expect([...pool.map(add, [countUp(asked), [1, 2]])]).toHaveLength(2);
  expect(asked.most).toBe(12);
});

test("map without an iterable calls nothing", () => {
  const pool = new PromptPool({ maxWorkers: 1 });
  expect([...pool.map(() => 1, [])]).toEqual([]);
});
