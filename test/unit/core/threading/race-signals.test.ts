// What can go wrong between two steps of two threads: who waits to be woken.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Condition, Event, Lock, RLock } from "../../../../core/threading/index.ts";
import { Block } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { joinQueue, leaveQueue, QueueCell, queueLength, wake, wakeAll } from "../../../../core/threading/wait-queue.ts";
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

/** The step at which a thread that waits in a queue looks whether it was woken. */
const looks =
  ({ thread }: ThreadContext) =>
  ({ kind, word }: Step) =>
    kind === "load" && word === thread + Block.woken;

/** The same object as another thread has it. */
const addressOf = SharedObject.addressOf;

describe("an event", () => {
  test("that is set between the first look and the monitor is seen, with no limit and with one", () => {
    for (const seconds of [null, 1]) {
      const event = new Event();
      threads.before(takes(threads.main), other, () => Event.at(addressOf(event)).set());
      expect(event.wait(seconds)).toBe(true);
      expect(threads.left).toBe(0);
    }
    expect(threads.seconds).toBe(0);
  });

  test("that is set when the waiting thread has left the monitor wakes it", () => {
    const event = new Event();
    threads.before(looks(threads.main), other, () => Event.at(addressOf(event)).set());
    expect([event.wait(1), threads.seconds]).toEqual([true, 0]);
  });

  test("that is set while a thread sleeps on it wakes it then, though it is cleared at once", () => {
    const event = new Event();
    threads.later(
      other,
      () => {
        Event.at(addressOf(event)).set();
        Event.at(addressOf(event)).clear();
      },
      0.25,
    );
    expect([event.wait(1), threads.seconds, event.isSet()]).toEqual([true, 0.25, false]);
  });

  test("wakes every thread that waits", () => {
    const event = new Event();
    const seen: boolean[] = [];
    threads.later(other, () => seen.push(Event.at(addressOf(event)).wait(1)), 0.1);
    threads.later(threads.thread("third"), () => Event.at(addressOf(event)).set(), 0.2);
    seen.push(event.wait(1));
    expect([seen, threads.seconds]).toEqual([[true, true], 0.2]);
  });

  test("that is set at the very end of the time was set", () => {
    const event = new Event();
    // Between the time-out and the monitor: the waiting thread is woken, and can't say that it was not.
    threads.later(other, () => threads.before(takes(threads.main), other, () => Event.at(addressOf(event)).set()), 0.9);
    expect(event.wait(1)).toBe(true);
  });
});

describe("a condition", () => {
  test("takes a lock that was taken twice again as deep as it was", () => {
    const lock = new RLock();
    const condition = new Condition(lock);
    lock.acquire();
    lock.acquire();
    expect(condition.wait(0.1)).toBe(false);
    expect(String(lock)).toContain("count=2 ");
    lock.release();
    expect(lock.isOwned()).toBe(true);
    lock.release();
    expect(lock.isOwned()).toBe(false);
  });

  test("gives a lock that was taken twice up whole while it waits", () => {
    const lock = new RLock();
    const condition = new Condition(lock);
    lock.acquire();
    lock.acquire();
    let got: boolean | undefined;
    threads.later(other, () => {
      const seen = RLock.at(addressOf(lock));
      got = seen.acquire(false);
      Condition.at(addressOf(condition)).notify();
      seen.release();
    });
    expect([condition.wait(), got]).toEqual([true, true]);
    expect(String(lock)).toContain("count=2 ");
  });

  test("whose notify comes with the end of the time was notified, and swallows no other's", () => {
    const condition = new Condition(new Lock());
    condition.acquire();
    threads.later(
      other,
      () => {
        threads.before(takes(threads.main), other, () => {
          const seen = Condition.at(addressOf(condition));
          seen.acquire();
          seen.notify();
          seen.release();
        });
      },
      0.9,
    );
    expect(condition.wait(1)).toBe(true);
  });

  test("that was not notified in time takes itself out: the next notify goes to another", () => {
    const condition = new Condition(new Lock());
    condition.acquire();
    expect(condition.wait(0.1)).toBe(false);
    expect(String(condition)).toContain(", 0)>");
  });

  test("wakes as many as it is asked to, the longest waiting first", () => {
    const condition = new Condition(new Lock());
    const order: string[] = [];
    const waitAs = (name: string) => () => {
      const seen = Condition.at(addressOf(condition));
      seen.acquire();
      if (seen.wait(1)) order.push(name);
      seen.release();
    };
    threads.later(other, waitAs("second"), 0.1);
    threads.later(
      threads.thread("third"),
      () => {
        const seen = Condition.at(addressOf(condition));
        seen.acquire();
        expect(String(seen)).toContain(", 2)>");
        seen.notify();
        expect(String(seen)).toContain(", 1)>");
        seen.release();
      },
      0.2,
    );
    condition.acquire();
    expect(condition.wait(2)).toBe(true);
    condition.release();
    expect(order).toEqual([]);
  });
});

describe("a queue of waiting threads", () => {
  let queue: number;
  beforeEach(() => {
    queue = threads.memory.allocate(QueueCell.words);
  });

  const woken = ({ thread }: ThreadContext) => threads.memory.load(thread + Block.woken) === 1;

  test("passes over one that is dead: its wake-up is another's", () => {
    const third = threads.thread("third");
    for (const context of [threads.main, other, third]) joinQueue(context, queue);
    threads.stop(threads.main);
    wake(threads.memory, queue, 1);
    expect([woken(threads.main), woken(other), woken(third)]).toEqual([false, true, false]);
    wake(threads.memory, queue, 1);
    expect(woken(third)).toBe(true);
    expect(queueLength(threads.memory, queue)).toBe(0);
  });

  test("that holds only dead ones is empty after a wake-up, and one who comes then is woken", () => {
    joinQueue(threads.main, queue);
    threads.stop(threads.main);
    wake(threads.memory, queue, 1);
    joinQueue(other, queue);
    wake(threads.memory, queue, 1);
    expect(woken(other)).toBe(true);
  });

  test("is left by the first, one in the middle and the last, and keeps the order of the others", () => {
    const all = [threads.main, other, threads.thread("third"), threads.thread("fourth"), threads.thread("fifth")];
    for (const context of all) joinQueue(context, queue);
    for (const at of [0, 2, 4]) expect(leaveQueue(all[at] ?? other, queue)).toBe(false);
    expect(queueLength(threads.memory, queue)).toBe(2);
    const late = threads.thread("late");
    joinQueue(late, queue);
    wake(threads.memory, queue, 2);
    expect([...all, late].map(woken)).toEqual([false, true, false, true, false, false]);
    wakeAll(threads.memory, queue);
    expect(woken(late)).toBe(true);
  });

  test("says to one who leaves that it was woken", () => {
    joinQueue(other, queue);
    wakeAll(threads.memory, queue);
    expect(leaveQueue(other, queue)).toBe(true);
    joinQueue(other, queue);
    expect(leaveQueue(other, queue)).toBe(false);
    expect(queueLength(threads.memory, queue)).toBe(0);
  });
});
