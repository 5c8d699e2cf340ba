// What can go wrong between two steps of two threads: what they hand over, and where they meet.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Barrier, Future, Queue, Semaphore } from "../../../../core/threading/index.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { type Step, SteppedThreads } from "../../../support/threads/stepped-threads.ts";

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  threads = new SteppedThreads();
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

/** The step at which a thread tries to enter a monitor or take a lock. */
const takes =
  (thread: ThreadContext, from = 0) =>
  ({ kind, word, value }: Step) =>
    kind === "swap" && value === thread.thread && word >= from;

/** The same object as another thread has it. */
const addressOf = SharedObject.addressOf;

describe("queue.Queue", () => {
  test("lets every thread go that joins it, when the last item is done", () => {
    const queue = new Queue<number>();
    queue.put(1);
    const gone: string[] = [];
    threads.later(
      other,
      () => {
        Queue.at(addressOf(queue)).join();
        gone.push("other");
      },
      0.1,
    );
    threads.later(threads.thread("third"), () => Queue.at(addressOf(queue)).taskDone(), 0.2);
    queue.join();
    gone.push("main");
    expect(gone).toEqual(["other", "main"]);
  });

  test("lets nobody go before the last item is done", () => {
    const queue = new Queue<number>();
    queue.put(1);
    queue.put(2);
    threads.later(other, () => Queue.at(addressOf(queue)).taskDone(), 0.1);
    threads.later(other, () => Queue.at(addressOf(queue)).taskDone(), 0.2);
    queue.join();
    expect(threads.seconds).toBe(0.2);
    expect(() => queue.taskDone()).toThrow("task_done() called too many times");
  });

  test("gives what is put while a thread waits, and room when something is got", () => {
    const queue = new Queue<number>(1);
    threads.later(other, () => Queue.at(addressOf(queue)).put(7), 0.1);
    expect([queue.get(), threads.seconds]).toEqual([7, 0.1]);
    queue.put(8);
    threads.later(other, () => Queue.at(addressOf(queue)).get(), 0.1);
    queue.put(9);
    expect([threads.seconds, queue.getNowait()]).toEqual([0.2, 9]);
  });

  test("waits again when another was quicker", () => {
    const queue = new Queue<number>();
    threads.later(
      other,
      () => {
        const seen = Queue.at(addressOf(queue));
        seen.put(1);
        seen.get();
      },
      0.1,
    );
    threads.later(other, () => Queue.at(addressOf(queue)).put(2), 0.3);
    expect([queue.get(true, 1), threads.seconds]).toEqual([2, 0.3]);
  });
});

describe("a semaphore", () => {
  test("waits again when another took what was released", () => {
    const semaphore = new Semaphore(0);
    threads.later(
      other,
      () => {
        const seen = Semaphore.at(addressOf(semaphore));
        seen.release();
        seen.acquire(false);
      },
      0.1,
    );
    expect([semaphore.acquire(true, 1), threads.seconds]).toEqual([false, 1]);
    threads.later(other, () => Semaphore.at(addressOf(semaphore)).release(2), 0.1);
    expect([semaphore.acquire(), semaphore.acquire(false), semaphore.acquire(false)]).toEqual([true, true, false]);
  });
});

describe("a barrier", () => {
  test("that is reset while it drains lets those pass who were let go", () => {
    const barrier = new Barrier(2);
    let place: number | undefined;
    threads.later(other, () => {
      place = Barrier.at(addressOf(barrier)).wait();
      Barrier.at(addressOf(barrier)).reset();
    });
    expect([barrier.wait(1), place, barrier.broken, barrier.nWaiting]).toEqual([0, 1, false, 0]);
  });

  test("that is reset or aborted while a thread waits breaks for it; a reset one is as new then", () => {
    for (const way of ["reset", "abort"] as const) {
      const barrier = new Barrier(2);
      threads.later(other, () => Barrier.at(addressOf(barrier))[way]());
      expect(() => barrier.wait(1)).toThrow("");
      expect(barrier.broken).toBe(way === "abort");
    }
  });

  test("whose time is up is broken for all, and has one who comes later fail at once", () => {
    const barrier = new Barrier(3);
    let end: unknown;
    threads.later(
      other,
      () => {
        try {
          Barrier.at(addressOf(barrier)).wait(0.1);
        } catch (error) {
          end = error;
        }
      },
      0.1,
    );
    expect(() => barrier.wait(5)).toThrow();
    expect([end instanceof Error && end.name, barrier.broken, threads.seconds]).toEqual([
      "BrokenBarrierError",
      true,
      0.2,
    ]);
    expect(() => barrier.wait(5)).toThrow();
    expect(threads.seconds).toBe(0.2);
  });
});

describe("a pool's future", () => {
  test("that ends between the look and the monitor is not waited for", () => {
    const future = new Future<number>();
    threads.before(takes(threads.main), other, () => Future.at(addressOf(future)).setResult(5));
    expect([future.result(1), threads.seconds]).toEqual([5, 0]);
  });

  test("wakes every thread that asks for its result", () => {
    const future = new Future<number>();
    const got: unknown[] = [];
    threads.later(other, () => got.push(Future.at(addressOf(future)).result(1)), 0.1);
    threads.later(threads.thread("third"), () => Future.at(addressOf(future)).setResult(5), 0.2);
    got.push(future.result(1));
    expect([got, threads.seconds]).toEqual([[5, 5], 0.2]);
  });
});
