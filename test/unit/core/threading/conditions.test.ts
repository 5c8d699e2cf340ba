import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Condition, Local, Lock, RLock, syncWith } from "../../../../core/threading/index.ts";
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

const addressOf = SharedObject.addressOf;

describe("Condition", () => {
  test("has an RLock of its own when it is given none, and prints it", () => {
    const condition = new Condition();
    condition.acquire();
    condition.acquire();
    expect(String(condition)).toMatch(
      /^<Condition\(<locked _thread\.RLock object owner=\d+ count=2 at 0x7f\w+>, 0\)>$/,
    );
    condition.release();
    condition.release();
    expect(thrown(() => condition.release())).toBe("RuntimeError: cannot release un-acquired lock");
    expect(String(new Condition(new Lock()))).toMatch(/^<Condition\(<unlocked _thread\.lock object at 0x7f\w+>, 0\)>$/);
  });

  test("is refused to who has not got its lock", () => {
    for (const condition of [new Condition(), new Condition(new Lock())]) {
      expect(thrown(() => condition.wait(0))).toBe("RuntimeError: cannot wait on un-acquired lock");
      expect(thrown(() => condition.notify())).toBe("RuntimeError: cannot notify on un-acquired lock");
      expect(thrown(() => condition.notifyAll())).toBe("RuntimeError: cannot notify on un-acquired lock");
    }
    const condition = new Condition();
    threads.as(other, () => Condition.at(addressOf(condition)).acquire());
    expect(thrown(() => condition.notify())).toBe("RuntimeError: cannot notify on un-acquired lock");
  });

  test("is a context manager over its lock, which others see", () => {
    const lock = new RLock();
    const condition = new Condition(lock);
    expect(syncWith(condition, (got) => [got, lock.isOwned()])).toEqual([true, true]);
    expect(lock.isOwned()).toBe(false);
    threads.as(other, () => {
      const seen = Condition.at(addressOf(condition));
      seen.acquire();
      expect(RLock.at(addressOf(lock)).isOwned()).toBe(true);
      seen.release();
    });
    expect(condition.acquire(false)).toBe(true);
  });

  test("waits for a predicate as long as it takes, and gives what it gave", () => {
    const condition = new Condition();
    condition.acquire();
    let items = 0;
    for (const at of [0.1, 0.2, 0.3]) {
      threads.later(
        other,
        () => {
          items += 1;
          const seen = Condition.at(addressOf(condition));
          seen.acquire();
          seen.notify();
          seen.release();
        },
        at,
      );
    }
    expect([condition.waitFor(() => items > 1 && items), threads.seconds]).toEqual([2, 0.2]);
    expect([condition.waitFor(() => items > 5, 0.5), threads.seconds]).toEqual([false, 0.7]);
    expect([condition.waitFor(() => "there", -1), threads.seconds]).toEqual(["there", 0.7]);
  });

  test("lets nobody go on before the notifier has released the lock", () => {
    const condition = new Condition(new Lock());
    condition.acquire();
    threads.later(
      other,
      () => {
        const seen = Condition.at(addressOf(condition));
        seen.acquire();
        seen.notifyAll();
        threads.later(other, () => seen.release(), 0.4);
      },
      0.1,
    );
    expect([condition.wait(1), threads.seconds]).toEqual([true, 0.5]);
  });
});

describe("RLock", () => {
  test("is taken as often as it is released, by its owner alone", () => {
    const lock = new RLock();
    expect([lock.acquire(), lock.acquire(false), lock.acquire(true, 0)]).toEqual([true, true, true]);
    expect(String(lock)).toMatch(/^<locked _thread\.RLock object owner=140000000000000 count=3 at 0x7f[0-9a-f]{10}>$/);
    threads.as(other, () => {
      const seen = RLock.at(addressOf(lock));
      expect(thrown(() => seen.release())).toBe("RuntimeError: cannot release un-acquired lock");
      expect([seen.isOwned(), seen.acquire(false), seen.acquire(true, 0.1)]).toEqual([false, false, false]);
    });
    for (let at = 0; at < 3; at++) lock.release();
    expect(String(lock)).toMatch(/^<unlocked _thread\.RLock object owner=0 count=0 at 0x7f[0-9a-f]{10}>$/);
    expect(thrown(() => lock.release())).toBe("RuntimeError: cannot release un-acquired lock");
    threads.as(other, () => expect(RLock.at(addressOf(lock)).acquire(false)).toBe(true));
    expect(lock.acquire(false)).toBe(false);
  });

  test("refuses a timeout that makes no sense also to its owner", () => {
    const lock = new RLock();
    lock.acquire();
    expect(thrown(() => lock.acquire(false, 1))).toBe("ValueError: can't specify a timeout for a non-blocking call");
    expect(thrown(() => lock.acquire(true, -2))).toBe("ValueError: timeout value must be positive");
  });

  test("is released by syncWith however its body ends", () => {
    const lock = new RLock();
    expect(
      thrown(() =>
        syncWith(lock, () =>
          syncWith(lock, () => {
            throw new RangeError("out");
          }),
        ),
      ),
    ).toBe("RangeError: out");
    expect(lock.isOwned()).toBe(false);
  });
});

describe("local", () => {
  test("has attributes of each thread's own", () => {
    const local = new Local();
    expect(thrown(() => local.get("x"))).toBe("AttributeError: '_thread._local' object has no attribute 'x'");
    local.set("x", 1);
    threads.as(other, () => {
      const seen = Local.at(addressOf(local));
      expect(thrown(() => seen.get("x"))).toMatch(/^AttributeError/);
      seen.set("x", 2);
      expect(seen.get("x")).toBe(2);
    });
    expect(local.get("x")).toBe(1);
    local.delete("x");
    expect([thrown(() => local.get("x")), thrown(() => local.delete("x"))]).toEqual([
      "AttributeError: '_thread._local' object has no attribute 'x'",
      "AttributeError: '_thread._local' object has no attribute 'x'",
    ]);
    expect(thrown(() => local.get("toString"))).toMatch(/^AttributeError/);
  });
});
