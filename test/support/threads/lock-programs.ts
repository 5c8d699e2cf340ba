/**
 * Programs that the tests run on real threads: what they do with locks and with the GIL. Each returns what it saw.
 */
import { Barrier, Lock, SharedCell, Signal, sleep, Thread } from "../../../core/threading/index.ts";
import type { Json } from "../../../core/trace/event.ts";
import * as bodies from "./bodies.ts";
import { thrown } from "./thrown.ts";

export const lockPrograms = {
  "keeps a lock": () => {
    const lock = new Lock();
    const owner = new Thread({ target: bodies.keep, args: [lock], name: "forgetful" });
    owner.start();
    owner.join();
    return thrown(() => lock.acquire());
  },
  "fails with a lock": () => {
    const lock = new Lock();
    const owner = new Thread({ target: bodies.keepAndFail, args: [lock], name: "unlucky" });
    owner.start();
    owner.join();
    const timeout = lock.acquire(true, 0.01);
    return { locked: lock.locked(), asked: lock.acquire(false), timeout, said: thrown(() => lock.acquire()) };
  },
  "dies with a lock": () => {
    const lock = new Lock();
    const owner = new Thread({ target: bodies.keepAndDie, args: [lock, 0.1], name: "doomed" });
    const waiters = [-1, 20].map((timeout) => new Thread({ target: bodies.want, args: [lock, timeout] }));
    owner.start();
    while (!lock.locked()) sleep(0.001);
    for (const waiter of waiters) waiter.start();
    for (const thread of [owner, ...waiters]) thread.join();
    const after = thrown(() => lock.acquire());
    lock.release();
    return { after, again: lock.acquire() };
  },
  "is released by another": () => {
    const lock = new Lock();
    const owner = new Thread({ target: bodies.keep, args: [lock] });
    owner.start();
    owner.join();
    new Thread({ target: bodies.releaseLater, args: [lock, 0.1] }).start();
    return lock.acquire();
  },
  "locks often": (times: number) => {
    const lock = new Lock();
    const inside = new Signal();
    const threads = Array.from(
      { length: 3 },
      () => new Thread({ target: bodies.enterOften, args: [lock, inside, times] }),
    );
    for (const thread of threads) thread.start();
    for (const thread of threads) thread.join();
    return lock.locked();
  },
  "computes twice": () => {
    const signal = new Signal();
    const counts = [new SharedCell(0), new SharedCell(0)];
    const threads = counts.map((count) => new Thread({ target: bodies.computeUntil, args: [signal, count] }));
    for (const thread of threads) thread.start();
    sleep(0.1);
    signal.go = false;
    for (const thread of threads) thread.join();
    return counts.map((count) => count.value);
  },
  "dies with the GIL": () => {
    const thread = new Thread({ target: bodies.die });
    thread.start();
    thread.join();
    return thread.isAlive();
  },
  deadlock: () => {
    const [one, other, barrier] = [new Lock(), new Lock(), new Barrier(2)];
    const threads = [
      new Thread({ target: bodies.takeBoth, args: [one, other, barrier] }),
      new Thread({ target: bodies.takeBoth, args: [other, one, barrier] }),
    ];
    for (const thread of threads) thread.start();
    for (const thread of threads) thread.join();
    return null;
  },
  "waits for a lock": () => {
    const lock = new Lock();
    const mayLetGo = new SharedCell(false);
    new Thread({ target: bodies.hold, args: [lock, mayLetGo, 0.2] }).start();
    while (!lock.locked()) sleep(0.001);
    const timedOut = lock.acquire(true, 0.001);
    mayLetGo.value = true;
    return [timedOut, lock.acquire()];
  },
} satisfies Readonly<Record<string, (amount: number) => Json>>;
