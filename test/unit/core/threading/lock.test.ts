import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import { Lock, syncWith } from "../../../../core/threading/index.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { createThreadBlock } from "../../../../core/threading/thread-block.ts";
import { enterMainThread, type OneThread } from "../../../support/threads/one-thread.ts";

let main: OneThread;
beforeEach(() => {
  main = enterMainThread();
});
afterEach(() => {
  enterContext(null);
});

/** The same run seen from a second thread, lane 9. */
function enterOther(): void {
  const other = { target: "", args: "[]", name: "other", daemon: false, lane: 9 };
  enterContext({ ...main, thread: createThreadBlock(main.memory, other), handles: new Map() });
}

describe("Lock", () => {
  test("is taken once, and free again when it was released", () => {
    const lock = new Lock();
    expect([lock.locked(), lock.acquire(), lock.locked(), lock.acquire(false)]).toEqual([false, true, true, false]);
    lock.release();
    expect([lock.locked(), lock.acquire(false)]).toEqual([false, true]);
  });

  test("is not got within a timeout while it is held", () => {
    const lock = new Lock();
    lock.acquire();
    expect([lock.acquire(true, 0), lock.acquire(true, 0.002)]).toEqual([false, false]);
  });

  test("that nobody has can't be released", () => {
    expect(() => new Lock().release()).toThrow("release unlocked lock");
  });

  test("may be released by a thread that has not got it", () => {
    const lock = new Lock();
    lock.acquire();
    enterOther();
    Lock.at(SharedObject.addressOf(lock)).release();
    expect(Lock.at(SharedObject.addressOf(lock)).locked()).toBe(false);
  });

  test("refuses timeouts that make no sense, in Python's words", () => {
    const lock = new Lock();
    expect(() => lock.acquire(false, 1)).toThrow("can't specify a timeout for a non-blocking call");
    expect(() => lock.acquire(true, -5)).toThrow("timeout value must be positive");
    expect(lock.locked()).toBe(false);
  });

  test("prints as Python's does", () => {
    const lock = new Lock();
    expect(String(lock)).toMatch(/^<unlocked _thread\.lock object at 0x7f[0-9a-f]{10}>$/);
    lock.acquire();
    expect(String(lock)).toMatch(/^<locked _thread\.lock object at /);
  });

  test("is released by syncWith however the body ends", () => {
    const lock = new Lock();
    expect(syncWith(lock, () => lock.locked())).toBe(true);
    const fails = () =>
      syncWith(lock, () => {
        throw new RangeError("inside");
      });
    expect(fails).toThrow("inside");
    expect(lock.locked()).toBe(false);
  });

  test("tells that it is asked for, taken and freed, and by which freeing it came to be taken", () => {
    const lock = new Lock();
    lock.acquire();
    lock.acquire(false);
    lock.acquire(true, 0);
    lock.release();
    lock.acquire();
    expect(main.observer.told).toEqual([
      "lockCreated Lock-1 by 1",
      "lockAsked 1 2 false",
      "lockTaken 1 2 0 false",
      "lockAsked 1 2 false",
      "lockAsked 1 2 true",
      "lockGivenUp 1 2",
      "lockFreed 1 2",
      "lockAsked 1 2 false",
      "lockTaken 1 2 7 false",
    ]);
  });
});
