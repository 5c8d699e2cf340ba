// What each primitive tells the observer of a wait, and in which order.
import { afterEach, beforeEach, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { dropGil, takeGil, yieldGil } from "../../../../core/threading/gil.ts";
import {
  Barrier,
  BoundedSemaphore,
  Condition,
  Event,
  Lock,
  RLock,
  Semaphore,
  sleep,
  Thread,
} from "../../../../core/threading/index.ts";
import { Block } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { markStopped } from "../../../../core/threading/thread-block.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  threads = new SteppedThreads();
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

const addressOf = SharedObject.addressOf;
/** What was told since the last time, with times to the millisecond. */
const told = () =>
  threads.observer.told
    .splice(0)
    .map((line) => line.replace(/\d+\.\d{4,}/, (seconds) => `${Math.round(Number(seconds) * 1e3) / 1e3}`));

test("a lock: asked for, taken, freed, with the mark of the freeing before", () => {
  const lock = new Lock();
  expect(told()).toEqual(["lockCreated Lock-1 by 1"]);
  lock.acquire();
  expect(told()).toEqual(["lockAsked 1 2 false", "lockTaken 1 2 0 false"]);
  lock.release();
  expect(told()).toEqual(["lockFreed 1 2"]);
  lock.acquire(false);
  expect(told()).toEqual(["lockAsked 1 2 false", "lockTaken 1 2 1 false"]);
});

test("a lock that another has: a wait that gets it, one that is given up, one that is none", () => {
  const lock = new Lock();
  threads.as(other, () => Lock.at(addressOf(lock)).acquire());
  told();
  expect([lock.acquire(false), lock.acquire(true, 0.1), lock.acquire(true, 0)]).toEqual([false, false, false]);
  expect(told()).toEqual([
    "lockAsked 1 2 false",
    "lockAsked 1 2 true",
    "lockGivenUp 1 2",
    "lockAsked 1 2 true",
    "lockGivenUp 1 2",
  ]);
  threads.later(other, () => Lock.at(addressOf(lock)).release(), 0.1);
  lock.acquire();
  expect(told()).toEqual(["lockAsked 1 2 true", "lockFreed 2 2", "lockTaken 1 2 2 true"]);
});

test("an RLock: the first taking and the last freeing alone", () => {
  const lock = new RLock();
  expect(told()).toEqual(["lockCreated RLock-1 by 1"]);
  lock.acquire();
  lock.acquire();
  lock.release();
  expect(told()).toEqual(["lockAsked 1 2 false", "lockTaken 1 2 0 false"]);
  lock.release();
  expect(told()).toEqual(["lockFreed 1 2"]);
  threads.as(other, () => RLock.at(addressOf(lock)).acquire());
  told();
  expect([lock.acquire(false), lock.acquire(true, 0.1)]).toEqual([false, false]);
  expect(told()).toEqual(["lockAsked 1 2 false", "lockAsked 1 2 true", "lockGivenUp 1 2"]);
  threads.later(other, () => RLock.at(addressOf(lock)).release(), 0.1);
  lock.acquire();
  expect(told()).toEqual(["lockAsked 1 2 true", "lockFreed 2 2", "lockTaken 1 2 2 true"]);
});

test("an event, a condition, a semaphore, a barrier: lanes of their own, numbered together, and a wait for them", () => {
  const event = new Event();
  const condition = new Condition(new Lock());
  const semaphore = new Semaphore(0);
  const bounded = new BoundedSemaphore(0);
  const barrier = new Barrier(2);
  expect(told()).toEqual([
    "lockCreated Event-1 by 1",
    "lockCreated Lock-2 by 1",
    "lockCreated Condition-3 by 1",
    "lockCreated Semaphore-4 by 1",
    "lockCreated BoundedSemaphore-5 by 1",
    "lockCreated Barrier-6 by 1",
  ]);
  condition.acquire();
  told();
  event.wait(1);
  semaphore.acquire(true, 1);
  bounded.acquire(true, 1);
  expect(() => barrier.wait(1)).toThrow();
  expect(told()).toEqual([
    "waitBegan 1 lock 2 1",
    "waitEnded 1",
    "waitBegan 1 lock 5 1",
    "waitEnded 1",
    "waitBegan 1 lock 6 1",
    "waitEnded 1",
    "waitBegan 1 lock 7 1",
    "waitEnded 1",
  ]);
  condition.wait(5);
  expect(told()).toEqual([
    "lockFreed 1 3",
    "waitBegan 1 lock 4 5",
    "waitEnded 1",
    "lockAsked 1 3 false",
    expect.stringMatching(/^lockTaken 1 3 \d+ false$/),
  ]);
});

test("a wait without an end is told as one", () => {
  const event = new Event();
  threads.later(other, () => Event.at(addressOf(event)).set());
  event.wait();
  expect(told().slice(1)).toEqual(["waitBegan 1 lock 2 Infinity", "waitEnded 1"]);
});

test("no wait is told where there is nothing to wait for", () => {
  const event = new Event();
  event.set();
  event.wait(1);
  new Semaphore(1).acquire();
  new Barrier(1).wait();
  expect(told()).toEqual(["lockCreated Event-1 by 1", "lockCreated Semaphore-2 by 1", "lockCreated Barrier-3 by 1"]);
});

test("a sleep: begun and ended, also one of no length", () => {
  sleep(0.5);
  sleep(0);
  expect(told()).toEqual(["sleepBegan 1 0.5", "sleepEnded 1", "sleepBegan 1 0", "sleepEnded 1"]);
  expect(threads.seconds).toBe(0.5);
});

test("a join: begun, and ended by the end with its mark, or by the time", () => {
  const thread = Thread.at(other.thread);
  thread.join(0.25);
  expect(told()).toEqual(["joinBegan 1 2", "joinEnded 1 2 timeout 0"]);
  threads.later(other, () => markStopped(threads.memory, other.thread, 77), 0.5);
  thread.join();
  expect(told()).toEqual(["joinBegan 1 2", "joinEnded 1 2 ended 77"]);
  thread.join(0);
  expect(told()).toEqual(["joinBegan 1 2", "joinEnded 1 2 ended 77"]);
  expect(threads.seconds).toBe(0.75);
});

test("a join of a thread that was not started, and of oneself, is refused untold", () => {
  threads.memory.store(other.thread + Block.state, 0);
  expect(() => Thread.at(other.thread).join()).toThrow("cannot join thread before it is started");
  threads.memory.store(other.thread + Block.state, 1);
  expect(() => Thread.at(other.thread).join(0)).toThrow("cannot join thread before it is started");
  expect(() => Thread.at(threads.main.thread).join()).toThrow("cannot join current thread");
  expect(told()).toEqual([]);
});

test("the GIL: given up and taken around each wait, asked for only where another has it", () => {
  threads.switchGilOn(50);
  takeGil(threads.main);
  expect(told()).toEqual(["gilTaken 1 50 0"]);
  sleep(0.1);
  expect(told()).toEqual(["sleepBegan 1 0.1", "gilFreed 1 50", "gilTaken 1 50 2", "sleepEnded 1"]);
  threads.later(other, () => takeGil(other), 0.05);
  threads.later(other, () => dropGil(other), 0.15);
  sleep(0.1);
  expect(told()).toEqual([
    "sleepBegan 1 0.1",
    "gilFreed 1 50",
    "gilTaken 2 50 2",
    "gilAsked 1 50",
    "gilFreed 2 50",
    "gilTaken 1 50 5",
    "sleepEnded 1",
  ]);
  yieldGil(threads.main);
  expect(told()).toEqual(["gilFreed 1 50", "gilTaken 1 50 1"]);
  sleep(0);
  expect(told()).toEqual(["sleepBegan 1 0", "gilFreed 1 50", "gilTaken 1 50 2", "sleepEnded 1"]);
});

test("the GIL is nothing to take, drop or tell of in a run without one", () => {
  takeGil(threads.main);
  yieldGil(threads.main);
  dropGil(threads.main);
  expect(told()).toEqual([]);
});
