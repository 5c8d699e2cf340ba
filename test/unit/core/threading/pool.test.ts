// A pool's worker in the test's own JavaScript thread: it lives inside a wait of the test's, and what others do is planned
// for when it waits for work.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Future, syncWith, ThreadPoolExecutor, wait } from "../../../../core/threading/index.ts";
import { Block, Header, SlotState, ThreadState } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { runThread } from "../../../../core/threading/thread-life.ts";
import { assignedThread } from "../../../../core/threading/worker-slots.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";
import { thrown } from "../../../support/threads/thrown.ts";

const log: string[] = [];
function double(x: number): number {
  log.push(`double ${x}`);
  return 2 * x;
}
function fail(word: string): void {
  throw new RangeError(word);
}
function failOddly(): void {
  throw "no error at all";
}
function closure(): () => void {
  return () => {};
}
function begin(word: string): void {
  log.push(`begin ${word}`);
}
function beginBadly(): void {
  throw new RangeError("not today");
}

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  log.length = 0;
  threads = new SteppedThreads({ double, fail, failOddly, closure, begin, beginBadly });
  other = threads.thread("other");
  parkWorker();
});
afterEach(() => {
  enterContext(null);
});

/** One worker, which says that it is there to who starts a thread, and lives when the test's thread next blocks. */
function parkWorker(): void {
  const { memory } = threads;
  memory.store(Header.words, SlotState.parked);
  threads.later(other, () => {
    const thread = assignedThread(memory, 0);
    memory.announce(thread + Block.state, ThreadState.started);
    threads.later(other, () => runThread({ ...other, thread, handles: new Map() }));
  });
}

const seen = (pool: ThreadPoolExecutor) => ThreadPoolExecutor.at(SharedObject.addressOf(pool));

describe("a pool", () => {
  test("runs what it is given in order, in a worker that it keeps, until it is shut down", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
    const first = pool.submit(double, 1);
    const more: Future<number>[] = [];
    threads.later(other, () => more.push(seen(pool).submit(double, 2), seen(pool).submit(double, 3)), 0.1);
    threads.later(other, () => seen(pool).shutdown({ wait: false }), 0.2);
    expect(first.result()).toBe(2);
    expect(more.map((future) => Future.at(SharedObject.addressOf(future)).result())).toEqual([4, 6]);
    expect(log).toEqual(["double 1", "double 2", "double 3"]);
    expect(threads.observer.told.filter((line) => line.startsWith("created"))).toEqual([
      "created ThreadPoolExecutor-0_0 by 1",
    ]);
    pool.shutdown();
    expect(thrown(() => pool.submit(double, 1))).toBe("RuntimeError: cannot schedule new futures after shutdown");
  });

  test("carries errors, also what is none, and results that can't cross", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1, threadNamePrefix: "mine" });
    const futures: Future[] = [pool.submit(fail, "boom"), pool.submit(failOddly), pool.submit(closure)];
    pool.shutdown({ wait: false });
    expect(futures.map((future) => thrown(() => future.result()))).toEqual([
      "RangeError: boom",
      "Error: no error at all",
      expect.stringMatching(/^TypeError: the value is a function, which cannot cross/),
    ]);
    expect(threads.observer.told).toContain("created mine_0 by 1");
  });

  test("calls none that was cancelled before its turn, and has the cancel noticed", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
    const first = pool.submit(double, 1);
    const late = pool.submit(double, 8);
    expect([late.cancel(), wait([late], { timeout: 0 }).done.size]).toEqual([true, 0]);
    pool.shutdown({ wait: false });
    expect(first.result()).toBe(2);
    expect([log, late.cancelled(), wait([late], { timeout: 0 }).done.size]).toEqual([["double 1"], true, 1]);
  });

  test("cancels at its shutdown what has not begun, if it is told to", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
    const futures = [pool.submit(double, 8), pool.submit(double, 9)];
    pool.shutdown({ cancelFutures: true });
    expect([log, futures.map((future) => future.cancelled())]).toEqual([[], [true, true]]);
    expect(wait(futures, { timeout: 0 }).done.size).toBe(0);
  });

  test("begins each worker with its initializer", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1, initializer: begin, initargs: ["w"] });
    const future = pool.submit(double, 1);
    pool.shutdown({ wait: false });
    expect([future.result(), log]).toEqual([2, ["begin w", "double 1"]]);
  });

  test("is broken by an initializer that fails: what it has is told so, and it takes no more", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1, initializer: beginBadly });
    const futures = [pool.submit(double, 1), pool.submit(double, 2)];
    const words = "BrokenThreadPool: A thread initializer failed, the thread pool is not usable anymore";
    expect(futures.map((future) => thrown(() => future.result()))).toEqual([words, words]);
    expect([thrown(() => pool.submit(double, 3)), log]).toEqual([words, []]);
  });

  test("takes nothing once the program's main thread has ended", () => {
    threads.memory.store(Header.shutdown, 1);
    expect(thrown(() => new ThreadPoolExecutor().submit(double, 1))).toBe(
      "RuntimeError: cannot schedule new futures after interpreter shutdown",
    );
  });

  test("refuses fewer than one worker, and what can't cross, and is left whole", () => {
    for (const maxWorkers of [0, -1]) {
      expect(thrown(() => new ThreadPoolExecutor({ maxWorkers }))).toBe(
        "ValueError: max_workers must be greater than 0",
      );
    }
    const pool = new ThreadPoolExecutor();
    expect(thrown(() => pool.submit(() => 1))).toMatch(/^TypeError: an anonymous function cannot be a thread's target/);
    const future = pool.submit(double, 4);
    pool.shutdown({ wait: false });
    expect(future.result()).toBe(8);
  });

  test("is shut down where a with leaves it", () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
    expect(syncWith(pool, (entered) => entered === pool)).toBe(true);
    expect(thrown(() => pool.submit(double, 1))).toMatch(/^RuntimeError: cannot schedule/);
  });
});
