import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { LifoQueue, PriorityQueue, Queue } from "../../../../core/threading/index.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";
import { thrown } from "../../../support/threads/thrown.ts";

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  threads = new SteppedThreads();
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

function drained(queue: Queue): readonly unknown[] {
  return Array.from({ length: queue.qsize() }, () => queue.get());
}

describe("queue.Queue", () => {
  test("gives items in the order in which they were put, the other kinds in theirs", () => {
    const kinds = [new Queue<number>(), new LifoQueue<number>(), new PriorityQueue<number>()];
    for (const queue of kinds) for (const item of [2, 3, 1, 2]) queue.put(item);
    expect(kinds.map((queue) => drained(queue))).toEqual([
      [2, 3, 1, 2],
      [2, 1, 3, 2],
      [1, 2, 2, 3],
    ]);
  });

  test("is full at its size, and never without one", () => {
    for (const maxsize of [0, -1]) {
      const queue = new Queue<number>(maxsize);
      for (let at = 0; at < 20; at++) queue.putNowait(at);
      expect([queue.full(), queue.qsize()]).toEqual([false, 20]);
    }
    const queue = new Queue<number>(2);
    queue.put(1);
    expect([queue.full(), queue.empty()]).toEqual([false, false]);
    queue.put(2);
    expect([queue.full(), thrown(() => queue.putNowait(3)), thrown(() => queue.put(3, false))]).toEqual([
      true,
      "Full: ",
      "Full: ",
    ]);
    expect([queue.get(), queue.getNowait(), queue.empty(), thrown(() => queue.getNowait())]).toEqual([
      1,
      2,
      true,
      "Empty: ",
    ]);
  });

  test("looks at a timeout only where it could wait", () => {
    const queue = new Queue<number>(1);
    expect(thrown(() => queue.get(true, -1))).toBe("ValueError: 'timeout' must be a non-negative number");
    expect(thrown(() => queue.get(false, -1))).toBe("Empty: ");
    expect(thrown(() => queue.put(1, true, -1))).toBe("ValueError: 'timeout' must be a non-negative number");
    queue.put(1, false, -1);
    expect(thrown(() => queue.put(1, false, -1))).toBe("Full: ");
    new Queue<number>().put(1, true, -1);
    expect(queue.get(true, 0)).toBe(1);
    expect(thrown(() => queue.get(true, 0))).toBe("Empty: ");
  });

  test("gives up at the end of its time, and has lost nothing", () => {
    const queue = new Queue<number>(1);
    expect([thrown(() => queue.get(true, 0.5)), threads.seconds]).toEqual(["Empty: ", 0.5]);
    queue.put(1);
    expect([thrown(() => queue.put(2, true, 0.5)), threads.seconds]).toEqual(["Full: ", 1]);
    expect([queue.qsize(), queue.get()]).toEqual([1, 1]);
    queue.taskDone();
    expect(thrown(() => queue.taskDone())).toBe("ValueError: task_done() called too many times");
  });

  test("has whoever waits in it wait for a message", () => {
    const queue = new Queue<number>();
    threads.later(other, () => Queue.at(SharedObject.addressOf(queue)).put(1), 0.1);
    queue.get(true, 2);
    expect(threads.observer.told).toEqual(["waitBegan 1 message 0 2", "waitEnded 1"]);
  });

  test("wakes one getter an item, and one putter an item that was got", () => {
    const queue = new Queue<number>();
    const got: (readonly [string, unknown])[] = [];
    const third = threads.thread("third");
    threads.later(other, () => got.push(["other", Queue.at(SharedObject.addressOf(queue)).get()]), 0.1);
    threads.later(
      third,
      () => {
        const seen = Queue.at(SharedObject.addressOf(queue));
        seen.put(1);
        seen.put(2);
      },
      0.2,
    );
    got.push(["main", queue.get()]);
    expect(got.map(([name]) => name)).toEqual(["other", "main"]);
    expect(got.map(([, item]) => item).toSorted()).toEqual([1, 2]);
  });

  test("waits in join for what was got and is not done, not for what is in it", () => {
    const queue = new Queue<number>();
    queue.join();
    queue.put(1);
    queue.get();
    expect(queue.empty()).toBe(true);
    threads.later(other, () => Queue.at(SharedObject.addressOf(queue)).taskDone(), 0.3);
    queue.join();
    expect(threads.seconds).toBe(0.3);
  });

  test("prints its kind, and is the same object for whoever is handed it", () => {
    for (const [queue, kind] of [
      [new Queue(), Queue],
      [new LifoQueue(), LifoQueue],
      [new PriorityQueue(), PriorityQueue],
    ] as const) {
      expect(String(queue)).toMatch(new RegExp(`^<queue\\.${kind.name} object at 0x7f[0-9a-f]{10}>$`));
      expect(kind.at(SharedObject.addressOf(queue))).toBe(queue);
      threads.as(other, () => expect(kind.at(SharedObject.addressOf(queue))).toBeInstanceOf(kind));
    }
  });

  test("keeps a priority queue usable after values that have no order", () => {
    const queue = new PriorityQueue<unknown>();
    queue.put(2);
    expect(thrown(() => queue.put("a"))).toBe("TypeError: '<' not supported between instances of 'str' and 'int'");
    expect(queue.qsize()).toBe(2);
  });
});
