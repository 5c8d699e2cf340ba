import { describe, expect, test } from "vitest";
import {
  asCompleted,
  asyncWith,
  Barrier,
  BoundedSemaphore,
  Condition,
  coroutine,
  createTask,
  LifoQueue,
  Lock,
  PriorityQueue,
  Queue,
  Semaphore,
  sleep,
} from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { lessThan } from "../../../../core/programs/less-than.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

/** What they do in time is for CPython to judge: test/conformance. */
describe("locks and queues", () => {
  test("print themselves as in Python 3.11", () => {
    const printed = onVirtualClock(function* () {
      const [condition, semaphore, barrier] = [new Condition(), new BoundedSemaphore(2), new Barrier(2)];
      const texts = [condition, semaphore, new Semaphore(0), barrier].map(String);
      const waits = createTask(barrier.wait());
      yield* asyncWith(condition, () => sleep(0));
      texts.push(String(barrier));
      yield* barrier.abort();
      yield* sleep(0);
      waits.exception();
      const priority = new PriorityQueue<number>();
      for (const number of [3, 1, 2]) priority.putNowait(number);
      const lifo = new LifoQueue<number>(1);
      return [...texts, barrier, priority, lifo].map(String);
    });
    expect(printed.map((text) => text.replaceAll(/0x[0-9a-f]+/g, "0x…"))).toEqual([
      "<asyncio.locks.Condition object at 0x… [unlocked]>",
      "<asyncio.locks.BoundedSemaphore object at 0x… [unlocked, value:2]>",
      "<asyncio.locks.Semaphore object at 0x… [locked]>",
      "<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>",
      "<asyncio.locks.Barrier object at 0x… [filling, waiters:1/2]>",
      "<asyncio.locks.Barrier object at 0x… [broken]>",
      "<PriorityQueue maxsize=0 _queue=[1, 3, 2] tasks=3>",
      "<LifoQueue maxsize=1>",
    ]);
  });

  test("belong to the loop that first waited on them", () => {
    const lock = new Lock();
    const wait = coroutine(function* wait() {
      yield* lock.acquire();
      createTask(lock.acquire());
      yield* sleep(1);
    });
    const again = coroutine(function* again() {
      yield* lock.acquire();
    });
    const one = new VirtualEventLoop();
    one.runUntilComplete(wait());
    const other = new VirtualEventLoop();
    expect(String(thrownBy(() => other.runUntilComplete(again())))).toMatch(
      /^RuntimeError: <asyncio\.locks\.Lock object at 0x[0-9a-f]+ \[locked, waiters:1\]> is bound to a different event loop$/,
    );
    one.close();
    other.close();
  });

  test("a queue holds anything, nothing too, and gives it back in order however it grows", () => {
    const seen = onVirtualClock(function* () {
      const queue = new Queue<number | undefined>();
      const taken: (number | undefined)[] = [];
      for (let round = 0; round < 3; round++) {
        for (const item of [round, undefined]) queue.putNowait(item);
        taken.push(queue.getNowait());
      }
      while (!queue.empty()) taken.push(yield* queue.get());
      return taken;
    });
    expect(seen).toEqual([0, undefined, 1, undefined, 2, undefined]);
  });
});

describe("the order of a priority queue is Python's", () => {
  test.each([
    [1, 2, true],
    [true, 1, false],
    ["Z", "a", true],
    // By code point: JavaScript's own comparison has these the other way round.
    ["\uffff", "\u{10000}", true],
    [[1, "b"], [1, "a", 0], false],
    [[1], [1, 0], true],
    [[[0], 2], [[0], 3], true],
  ])("%j < %j is %j", (one, other, expected) => {
    expect(lessThan(one, other)).toBe(expected);
  });

  test("an object says itself whether it is less, and nothing else has an order", () => {
    const job = { lessThan: (other: unknown) => other === "later" };
    expect(lessThan(job, "later")).toBe(true);
    expect(() => lessThan(1, "1")).toThrow("'<' not supported between instances of 'int' and 'str'");
    expect(() => lessThan(undefined, 1)).toThrow("'<' not supported between instances of 'NoneType' and 'int'");
  });
});

describe("asCompleted", () => {
  test("takes several awaitables, and nothing before its first step", () => {
    const loop = new VirtualEventLoop();
    const one = loop.createFuture<number>();
    const gone = Reflect.apply(asCompleted, undefined, [one]);
    expect(() => gone.next()).toThrow("expect an iterable of futures, not Future");
    loop.close();
  });
});
