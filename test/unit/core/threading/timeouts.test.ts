import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import {
  asCompleted,
  Barrier,
  Condition,
  Event,
  Future,
  Lock,
  Queue,
  RLock,
  Semaphore,
  sleep,
  wait,
} from "../../../../core/threading/index.ts";
import { Block } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { Thread } from "../../../../core/threading/thread.ts";
import { TIMEOUT_MAX } from "../../../../core/threading/timeouts.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";

let threads: SteppedThreads;
beforeEach(() => {
  threads = new SteppedThreads();
});
afterEach(() => {
  enterContext(null);
});

function heldLock(): Lock {
  const lock = new Lock();
  lock.acquire();
  return lock;
}

function held(condition: Condition): Condition {
  condition.acquire();
  return condition;
}

function fullQueue(): Queue {
  const queue = new Queue(1);
  queue.put(1);
  return queue;
}

/** A thread that is alive for ever. */
function aliveThread(): Thread {
  return Thread.at(threads.thread("alive").thread);
}

/** What each does that waits with a limit, for what never comes. */
const waits: Readonly<Record<string, (seconds: number) => unknown>> = {
  "Lock.acquire": (seconds) => heldLock().acquire(true, seconds),
  "Event.wait": (seconds) => new Event().wait(seconds),
  "Condition.wait": (seconds) => held(new Condition()).wait(seconds),
  "Condition.waitFor": (seconds) => held(new Condition()).waitFor(() => false, seconds),
  "Semaphore.acquire": (seconds) => new Semaphore(0).acquire(true, seconds),
  "Thread.join": (seconds) => aliveThread().join(seconds),
  "Queue.get": (seconds) => new Queue().get(true, seconds),
  "Queue.put": (seconds) => fullQueue().put(2, true, seconds),
  "Barrier.wait": (seconds) => new Barrier(2).wait(seconds),
  "Barrier.wait with the barrier's own": (seconds) => new Barrier(2, { timeout: seconds }).wait(),
  "Future.result": (seconds) => new Future().result(seconds),
  wait: (seconds) => wait([new Future()], { timeout: seconds }).done.size,
  asCompleted: (seconds) => [...asCompleted([new Future()], seconds)],
  sleep,
};

/** What it returns, or the error's name. */
function endOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

// Each table is what CPython 3.11.7 did for the same calls.
describe("a timeout", () => {
  test.each(Object.entries(waits))("of a month is waited for by %s, and no longer", (_, act) => {
    endOf(() => act(2_592_000));
    expect(threads.seconds).toBeCloseTo(2_592_000, 3);
  });

  test.each(Object.entries(waits))("that is infinite or beyond TIMEOUT_MAX is an OverflowError of %s", (_, act) => {
    for (const seconds of [Number.POSITIVE_INFINITY, TIMEOUT_MAX + 1]) {
      expect(() => act(seconds)).toThrow("timestamp out of range for platform time_t");
    }
    expect(threads.seconds).toBe(0);
  });

  test.each(Object.entries(waits))("of TIMEOUT_MAX is taken by %s", (_, act) => {
    endOf(() => act(TIMEOUT_MAX));
    expect(threads.seconds).toBeGreaterThanOrEqual(TIMEOUT_MAX);
  });

  test.each([
    ["Lock.acquire", "ValueError"],
    ["Event.wait", false],
    ["Condition.wait", false],
    ["Thread.join", "ValueError"],
    ["Future.result", "TimeoutError"],
    ["wait", 0],
    ["sleep", "ValueError"],
  ])("that is NaN is no wait of %s", (name, end) => {
    expect(endOf(() => waits[name]?.(Number.NaN))).toBe(end);
    expect(threads.seconds).toBe(0);
  });

  test.each(["Semaphore.acquire", "Queue.get", "Queue.put", "Barrier.wait", "asCompleted"])(
    "that is NaN is never reached by %s, which asks for ever",
    (name) => {
      expect(() => waits[name]?.(Number.NaN)).toThrow("deadlock");
    },
  );

  test("that is NaN has Condition.waitFor ask until its predicate is true", () => {
    let asked = 0;
    expect(held(new Condition()).waitFor(() => ++asked > 3, Number.NaN)).toBe(true);
    expect(asked).toBe(4);
  });

  test.each([
    ["Lock.acquire", "ValueError"],
    ["Event.wait", false],
    ["Condition.wait", false],
    ["Condition.waitFor", false],
    ["Semaphore.acquire", false],
    ["Thread.join", undefined],
    ["Queue.get", "ValueError"],
    ["Queue.put", "ValueError"],
    ["Barrier.wait", "BrokenBarrierError"],
    ["Future.result", "TimeoutError"],
    ["wait", 0],
    ["asCompleted", "TimeoutError"],
    ["sleep", "ValueError"],
  ])("below 0 is no time for %s", (name, end) => {
    expect(endOf(() => waits[name]?.(-5))).toBe(end);
    expect(threads.seconds).toBe(0);
  });

  test("of what is there at once is not looked at, but by a lock", () => {
    const future = new Future();
    future.setResult(1);
    const event = new Event();
    event.set();
    const queue = fullQueue();
    for (const seconds of [Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(new Semaphore(1).acquire(true, seconds)).toBe(true);
      expect(event.wait(seconds)).toBe(true);
      expect(future.result(seconds)).toBe(1);
      expect(wait([future], { timeout: seconds }).done.size).toBe(1);
      expect([...asCompleted([future], seconds)]).toEqual([future]);
      expect(new Barrier(1).wait(seconds)).toBe(0);
      expect(queue.get(true, seconds)).toBe(1);
      queue.put(1, true, seconds);
    }
    expect(() => new Lock().acquire(true, Number.NaN)).toThrow("Invalid value NaN (not a number)");
    expect(() => new RLock().acquire(true, Number.POSITIVE_INFINITY)).toThrow("timestamp out of range");
    expect(() => new Lock().acquire(false, Number.NaN)).toThrow("Invalid value NaN (not a number)");
  });
});

describe("a limit of zero", () => {
  /** What `act` does as another thread, when MainThread has given up what it holds to wait. */
  function whileMainWaits(act: () => void): void {
    const asked = threads.main.thread + Block.woken;
    threads.before(({ kind, word }) => kind === "load" && word === asked, threads.thread("other"), act);
  }

  test("gives the lock of a condition up once, and asks again", () => {
    const lock = new Lock();
    const condition = held(new Condition(lock));
    let got: boolean | undefined;
    whileMainWaits(() => {
      const seen = Lock.at(SharedObject.addressOf(lock));
      got = seen.acquire(false);
      seen.release();
    });
    let asked = 0;
    expect(condition.waitFor(() => ++asked > 1, 0)).toBe(true);
    expect([got, asked, lock.locked()]).toEqual([true, 2, true]);
  });

  test("is refused by a condition that the thread has not got", () => {
    for (const seconds of [0, -1]) {
      expect(() => new Condition().waitFor(() => false, seconds)).toThrow("cannot wait on un-acquired lock");
    }
  });

  test("lets the others of a barrier come once", () => {
    const barrier = new Barrier(2);
    let other: number | undefined;
    whileMainWaits(() => {
      other = Barrier.at(SharedObject.addressOf(barrier)).wait();
    });
    expect([barrier.wait(0), other, barrier.broken]).toEqual([0, 1, false]);
  });

  test("lets another release a semaphore once", () => {
    const semaphore = new Semaphore(0);
    whileMainWaits(() => Semaphore.at(SharedObject.addressOf(semaphore)).release());
    expect(semaphore.acquire(true, 0)).toBe(true);
  });
});
