// What can go wrong between two steps of two threads: the other thread's part happens at the step that a test names.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { checkpoint, dropGil, takeGil } from "../../../../core/threading/gil.ts";
import { Barrier, Condition, Event, Future, Lock, Queue, RLock, Semaphore } from "../../../../core/threading/index.ts";
import { Block, Header } from "../../../../core/threading/layout.ts";
import { enterMonitor, leaveMonitor } from "../../../../core/threading/monitor.ts";
import { ownerIn } from "../../../../core/threading/ownership.ts";
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

describe("the monitor", () => {
  let word: number;
  beforeEach(() => {
    word = threads.memory.allocate(2);
  });

  test("wakes one who waits when it is left", () => {
    threads.as(other, () => enterMonitor(other, word));
    threads.later(other, () => leaveMonitor(threads.memory, word), 0.01);
    enterMonitor(threads.main, word);
    expect([ownerIn(threads.memory.load(word)), threads.seconds]).toEqual([threads.main.thread, 0.01]);
  });

  test("is taken over from a thread that is dead, which nobody tells of", () => {
    threads.as(other, () => enterMonitor(other, word));
    threads.later(other, () => threads.stop(other), 0.12);
    enterMonitor(threads.main, word);
    expect(ownerIn(threads.memory.load(word))).toBe(threads.main.thread);
    expect(threads.seconds).toBeCloseTo(0.15, 6);
  });
});

describe("the GIL", () => {
  test("goes to the thread that asked for it, before who hands it over has it again", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    threads.memory.store(Header.gilRequest, 1);
    const holders: number[] = [];
    threads.later(other, () => {
      takeGil(other);
      holders.push(ownerIn(threads.memory.load(Header.gilHolder)));
      threads.later(other, () => dropGil(other));
    });
    checkpoint(threads.main);
    holders.push(ownerIn(threads.memory.load(Header.gilHolder)));
    expect(holders).toEqual([other.thread, threads.main.thread]);
    expect(threads.left).toBe(0);
  });

  test("is not handed over when nobody asked", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    threads.later(other, () => takeGil(other));
    checkpoint(threads.main);
    expect([ownerIn(threads.memory.load(Header.gilHolder)), threads.left]).toEqual([threads.main.thread, 1]);
  });

  test("comes back when the thread that asked has gone away", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    threads.memory.store(Header.gilRequest, 1);
    checkpoint(threads.main);
    expect(ownerIn(threads.memory.load(Header.gilHolder))).toBe(threads.main.thread);
    expect(threads.memory.load(Header.gilRequest)).toBe(0);
    expect(threads.seconds).toBeCloseTo(0.1, 6);
  });

  test("is asked for after the switch interval of 5 ms in which it did not change hands", () => {
    threads.switchGilOn();
    threads.as(other, () => takeGil(other));
    threads.later(other, () => expect(threads.memory.load(Header.gilRequest)).toBe(0), 0.004);
    threads.later(other, () => expect(threads.memory.load(Header.gilRequest)).toBe(1), 0.006);
    threads.later(other, () => dropGil(other), 0.007);
    takeGil(threads.main);
    expect(threads.memory.load(Header.gilRequest)).toBe(0);
    expect(threads.seconds).toBe(0.007);
  });

  test("is not asked for when it changed hands in that time", () => {
    threads.switchGilOn();
    threads.as(other, () => takeGil(other));
    const third = threads.thread("third");
    threads.later(
      other,
      () => {
        dropGil(other);
        takeGil(third);
      },
      0.003,
    );
    threads.later(other, () => expect(threads.memory.load(Header.gilRequest)).toBe(0), 0.0051);
    threads.later(third, () => dropGil(third), 0.0052);
    takeGil(threads.main);
    expect(threads.left).toBe(0);
  });

  test("is given up for each wait, and taken again after it", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    const event = new Event();
    let holder: number | undefined;
    threads.later(
      other,
      () => {
        holder = ownerIn(threads.memory.load(Header.gilHolder));
        Event.at(addressOf(event)).set();
      },
      0.1,
    );
    expect(event.wait(1)).toBe(true);
    expect([holder, ownerIn(threads.memory.load(Header.gilHolder))]).toEqual([0, threads.main.thread]);
  });
});
