/**
 * The programs that measure core/threading: the same as those of cpython.py. Each runs as MainThread of a run, and returns
 * its figure.
 */
import { range } from "../../../core/programs/range.ts";
import { currentContext } from "../../../core/threading/context.ts";
import { checkpoint } from "../../../core/threading/gil.ts";
import {
  Barrier,
  Event,
  Lock,
  Queue,
  Semaphore,
  SharedCell,
  sleep,
  Thread,
  ThreadPoolExecutor,
} from "../../../core/threading/index.ts";
import { amounts, percentile, perSecond } from "./rows.ts";

const { locks, contended, handOvers, events, items, tasks, workers } = amounts;

/** Thread bodies: they cross to their threads by name. */
export const libraryBodies = {
  nothing: () => 0,
  nap: (seconds: number) => sleep(seconds),
  lockOften: (lock: Lock, start: Barrier) => {
    start.wait();
    for (let at = 0; at < contended; at++) {
      lock.acquire();
      lock.release();
    }
  },
  takeOver: (gate: Semaphore, stamp: SharedCell<number>, took: SharedCell<number>, times: Queue<number>) => {
    for (let at = 0; at < handOvers; at++) {
      gate.acquire();
      times.put(now() - stamp.value);
      took.value = at + 1;
    }
  },
  answer: (go: Event, back: Event, stamp: SharedCell<number>, times: Queue<number>) => {
    for (let at = 0; at < events; at++) {
      go.wait();
      const woken = now();
      times.put(woken - stamp.value);
      go.clear();
      back.set();
    }
  },
  produce: (queue: Queue<number>) => {
    for (let item = 0; item < items; item++) queue.put(item);
  },
  tick: (count: number, ms: number, times: Queue<readonly number[]>) => {
    const late = range(count).map(() => {
      const begun = now();
      sleep(ms / 1_000);
      return now() - begun - ms * 1_000;
    });
    times.put(late);
  },
  await: (event: Event) => event.wait(),
};

/** µs, on the clock of all threads. */
function now(): number {
  return currentContext().now();
}

function drained<Item>(queue: Queue<Item>, count: number): readonly Item[] {
  return range(count).map(() => queue.get());
}

/** How late sleeps of so many ms end, µs. */
function lateness(threads: number, count: number, ms: number): number {
  const times = new Queue<readonly number[]>();
  const all = range(threads).map(() => new Thread({ target: libraryBodies.tick, args: [count, ms, times] }));
  for (const thread of all) thread.start();
  for (const thread of all) thread.join();
  return percentile(drained(times, threads).flat(), 0.95);
}

export const libraryPrograms: Readonly<Record<string, () => number>> = {
  "create+start+join": () => {
    const begun = performance.now();
    for (let at = 0; at < amounts.threads; at++) {
      const thread = new Thread({ target: libraryBodies.nothing });
      thread.start();
      thread.join();
    }
    return perSecond(amounts.threads, performance.now() - begun);
  },
  "lock, uncontended": () => {
    const lock = new Lock();
    const begun = performance.now();
    for (let at = 0; at < locks; at++) {
      lock.acquire();
      lock.release();
    }
    return perSecond(locks, performance.now() - begun);
  },
  "lock, contended": () => {
    const [lock, start] = [new Lock(), new Barrier(3)];
    const both = range(2).map(() => new Thread({ target: libraryBodies.lockOften, args: [lock, start] }));
    for (const thread of both) thread.start();
    start.wait();
    const begun = performance.now();
    for (const thread of both) thread.join();
    return perSecond(2 * contended, performance.now() - begun);
  },
  "GIL hand-over": () => {
    const [gate, stamp, took, times] = [new Semaphore(0), new SharedCell(0), new SharedCell(0), new Queue<number>()];
    const other = new Thread({ target: libraryBodies.takeOver, args: [gate, stamp, took, times] });
    other.start();
    const context = currentContext();
    for (let at = 0; at < handOvers; at++) {
      for (const until = now() + 12_000; now() < until; ) checkpoint(context);
      stamp.value = now();
      gate.release();
      while (took.value <= at);
    }
    other.join();
    return percentile(drained(times, handOvers), 0.5);
  },
  "GIL checkpoint": () => {
    const context = currentContext();
    const begun = performance.now();
    for (let at = 0; at < amounts.checkpoints; at++) checkpoint(context);
    return ((performance.now() - begun) * 1e6) / amounts.checkpoints;
  },
  "event wake-up": () => {
    const [go, back, stamp, times] = [new Event(), new Event(), new SharedCell(0), new Queue<number>()];
    const other = new Thread({ target: libraryBodies.answer, args: [go, back, stamp, times] });
    other.start();
    for (let at = 0; at < events; at++) {
      sleep(0.001);
      stamp.value = now();
      go.set();
      back.wait();
      back.clear();
    }
    other.join();
    return percentile(drained(times, events), 0.5);
  },
  "queue items": () => {
    const queue = new Queue<number>();
    const other = new Thread({ target: libraryBodies.produce, args: [queue] });
    const begun = performance.now();
    other.start();
    for (let item = 0; item < items; item++) queue.get();
    const took = performance.now() - begun;
    other.join();
    return perSecond(items, took);
  },
  "pool tasks": () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: workers });
    for (const future of range(workers).map(() => pool.submit(libraryBodies.nap, 0.05))) future.result();
    const begun = performance.now();
    for (const future of range(tasks).map(() => pool.submit(libraryBodies.nothing))) future.result();
    const took = performance.now() - begun;
    pool.shutdown();
    return perSecond(tasks, took);
  },
  "tick lateness p95": () => lateness(1, amounts.ticks, amounts.tick),
  "tick lateness p95, 64 threads": () => lateness(amounts.spinners, amounts.frames, amounts.frame),
  "bytes a thread": () => {
    const go = new Event();
    const threads = range(amounts.spinners).map(() => new Thread({ target: libraryBodies.await, args: [go] }));
    const before = process.memoryUsage.rss();
    for (const thread of threads) thread.start();
    sleep(0.2);
    const bytes = (process.memoryUsage.rss() - before) / amounts.spinners;
    go.set();
    for (const thread of threads) thread.join();
    return bytes;
  },
};
