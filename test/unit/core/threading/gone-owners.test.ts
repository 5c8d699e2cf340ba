// Locks whose owner is gone: who waits for one is told, other than in Python, where it would wait for ever.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { abandonedText, abandonLocks } from "../../../../core/threading/abandoned-locks.ts";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Lock, RLock } from "../../../../core/threading/index.ts";
import { OwnerGone } from "../../../../core/threading/ownership.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";
import { thrown } from "../../../support/threads/thrown.ts";

let threads: SteppedThreads;
let owner: ThreadContext;
beforeEach(() => {
  threads = new SteppedThreads();
  owner = threads.thread("owner");
});
afterEach(() => {
  enterContext(null);
});

const addressOf = SharedObject.addressOf;
const remedy =
  "Take it with syncWith(lock, …), which releases it however the body ends; " +
  "or release() it from a thread that has put right what it protects";

/** A lock that `owner` holds. */
function heldLock(): Lock {
  const lock = new Lock();
  threads.as(owner, () => Lock.at(addressOf(lock)).acquire());
  return lock;
}
function heldRLock(): RLock {
  const lock = new RLock();
  threads.as(owner, () => RLock.at(addressOf(lock)).acquire());
  return lock;
}

describe("a lock whose owner has ended", () => {
  test("is waited for two seconds more, in which another may release it", () => {
    const lock = heldLock();
    abandonLocks(threads.memory, owner.thread, OwnerGone.ended);
    expect(thrown(() => lock.acquire())).toBe(
      `AbandonedLockError: Lock-1 can't be acquired: its owner owner ended without releasing it. ${remedy}`,
    );
    expect([threads.seconds, lock.locked()]).toEqual([2, true]);
    threads.later(threads.thread("third"), () => Lock.at(addressOf(lock)).release(), 1.5);
    expect([lock.acquire(), threads.seconds]).toEqual([true, 3.5]);
  });

  test("that ends while another waits is waited for from then on", () => {
    const lock = heldLock();
    threads.later(owner, () => abandonLocks(threads.memory, owner.thread, OwnerGone.ended), 1);
    expect(thrown(() => lock.acquire())).toMatch(/^AbandonedLockError/);
    expect(threads.seconds).toBe(3);
  });

  test("is an ordinary locked one to who has a timeout, or does not wait", () => {
    const lock = heldLock();
    abandonLocks(threads.memory, owner.thread, OwnerGone.ended);
    expect([lock.acquire(false), lock.acquire(true, 5), threads.seconds]).toEqual([false, false, 5]);
    const reentrant = heldRLock();
    abandonLocks(threads.memory, owner.thread, OwnerGone.ended);
    expect([reentrant.acquire(true, 1), threads.seconds]).toEqual([false, 6]);
  });

  test("is lost at once when it is an RLock, which nobody else can release", () => {
    const lock = heldRLock();
    abandonLocks(threads.memory, owner.thread, OwnerGone.ended);
    expect(thrown(() => lock.acquire())).toMatch(
      /^AbandonedLockError: RLock-1 can't be acquired: its owner owner ended/,
    );
    expect(threads.seconds).toBe(0);
    expect(threads.observer.told.at(-1)).toBe(`lockGivenUp 1 2`);
  });
});

describe("a lock whose owner was killed", () => {
  test("is lost at once, with a timeout and without, also for who waits already", () => {
    for (const make of [heldLock, heldRLock]) {
      const lock = make();
      const begun = threads.seconds;
      threads.later(owner, () => abandonLocks(threads.memory, owner.thread, OwnerGone.killed), 0.5);
      expect(thrown(() => lock.acquire(true, 9))).toMatch(
        /can't be acquired: its owner owner was killed while it held it/,
      );
      expect(threads.seconds - begun).toBeCloseTo(0.5, 9);
      expect(thrown(() => lock.acquire())).toMatch(/^AbandonedLockError/);
      expect(lock.acquire(false)).toBe(false);
      expect(threads.seconds - begun).toBeCloseTo(0.5, 9);
    }
  });

  test("is whole again when a thread releases it", () => {
    const lock = heldLock();
    abandonLocks(threads.memory, owner.thread, OwnerGone.killed);
    lock.release();
    expect([lock.locked(), lock.acquire(), abandonedText(threads.memory, addressOf(lock))]).toEqual([
      false,
      true,
      undefined,
    ]);
  });
});

test("of the locks of a run those are found that a thread holds, once", () => {
  const mine = new Lock();
  mine.acquire();
  const free = new Lock();
  const [first, second] = [heldLock(), heldRLock()];
  expect(abandonLocks(threads.memory, owner.thread, OwnerGone.ended)).toEqual([addressOf(second), addressOf(first)]);
  expect(abandonLocks(threads.memory, owner.thread, OwnerGone.killed)).toEqual([]);
  expect([mine, free].map((lock) => abandonedText(threads.memory, addressOf(lock)))).toEqual([undefined, undefined]);
  expect(abandonedText(threads.memory, addressOf(first))).toBe("its owner owner ended without releasing it");
});
