import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Barrier, BoundedSemaphore, Event, Semaphore, syncWith } from "../../../../core/threading/index.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";
import { thrown } from "../../../support/threads/thrown.ts";

const acted: unknown[] = [];
function act(word: string): void {
  acted.push(word);
}
function actAndFail(): void {
  throw new RangeError("the action's");
}

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  acted.length = 0;
  threads = new SteppedThreads({ act, actAndFail });
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

const addressOf = SharedObject.addressOf;

describe("Semaphore", () => {
  test("counts down to none and up again", () => {
    const semaphore = new Semaphore(2);
    expect([semaphore.acquire(), semaphore.acquire(false), semaphore.acquire(false)]).toEqual([true, true, false]);
    semaphore.release(3);
    expect(String(semaphore)).toMatch(/^<threading\.Semaphore at 0x7f[0-9a-f]{10}: value=3>$/);
    expect(String(new Semaphore())).toMatch(/value=1>$/);
    expect(new Semaphore(0).acquire(false)).toBe(false);
  });

  test("refuses what makes no sense, in Python's words", () => {
    expect(thrown(() => new Semaphore(-1))).toBe("ValueError: semaphore initial value must be >= 0");
    expect(thrown(() => new BoundedSemaphore(-1))).toBe("ValueError: semaphore initial value must be >= 0");
    const semaphore = new Semaphore();
    for (const count of [0, -1]) {
      expect(thrown(() => semaphore.release(count))).toBe("ValueError: n must be one or more");
    }
    for (const seconds of [0, 1, -1]) {
      expect(thrown(() => semaphore.acquire(false, seconds))).toBe(
        "ValueError: can't specify timeout for non-blocking acquire",
      );
    }
    expect(semaphore.acquire(false, null)).toBe(true);
  });

  test("with a bound never gets above it, and a release that would changes nothing", () => {
    const bounded = new BoundedSemaphore(2);
    expect(thrown(() => bounded.release())).toBe("ValueError: Semaphore released too many times");
    bounded.acquire();
    expect(thrown(() => bounded.release(2))).toBe("ValueError: Semaphore released too many times");
    expect(String(bounded)).toMatch(/^<threading\.BoundedSemaphore at 0x7f[0-9a-f]{10}: value=1\/2>$/);
    bounded.release();
    expect(String(bounded)).toMatch(/value=2\/2>$/);
    const none = new BoundedSemaphore(0);
    expect(thrown(() => none.release())).toBe("ValueError: Semaphore released too many times");
    expect(String(none)).toMatch(/value=0\/0>$/);
  });

  test("wakes as many as it is released for", () => {
    const semaphore = new Semaphore(0);
    const got: string[] = [];
    threads.later(
      other,
      () => {
        if (Semaphore.at(addressOf(semaphore)).acquire(true, 1)) got.push("other");
      },
      0.1,
    );
    threads.later(threads.thread("third"), () => Semaphore.at(addressOf(semaphore)).release(2), 0.2);
    if (semaphore.acquire(true, 1)) got.push("main");
    expect([got, threads.seconds]).toEqual([["other", "main"], 0.2]);
  });

  test("is a context manager, and the same for each kind that is handed over", () => {
    const semaphore = new BoundedSemaphore(1);
    expect(syncWith(semaphore, (got) => [got, semaphore.acquire(false)])).toEqual([true, false]);
    expect(String(semaphore)).toMatch(/value=1\/1>$/);
    expect(BoundedSemaphore.at(addressOf(semaphore))).toBe(semaphore);
    threads.as(other, () => expect(BoundedSemaphore.at(addressOf(semaphore)).kind).toBe("BoundedSemaphore"));
  });
});

describe("Event", () => {
  test("is set, cleared, and says so", () => {
    const event = new Event();
    expect([event.isSet(), String(event)]).toEqual([
      false,
      expect.stringMatching(/^<threading\.Event at 0x7f[0-9a-f]{10}: unset>$/),
    ]);
    event.set();
    event.set();
    expect([event.isSet(), event.wait(), String(event)]).toEqual([true, true, expect.stringMatching(/: set>$/)]);
    event.clear();
    expect([event.isSet(), event.wait(0), event.wait(0.5), threads.seconds]).toEqual([false, false, false, 0.5]);
  });
});

describe("Barrier", () => {
  test("lets one that is alone pass, again and again", () => {
    const barrier = new Barrier(1, { action: act, args: ["round"] });
    expect([barrier.wait(), barrier.wait(), barrier.nWaiting, barrier.parties]).toEqual([0, 0, 0, 1]);
    expect(acted).toEqual(["round", "round"]);
    expect(String(barrier)).toMatch(/^<threading\.Barrier at 0x7f[0-9a-f]{10}: waiters=0\/1>$/);
  });

  test("calls the action of the last to come before anyone passes", () => {
    const barrier = new Barrier(2, { action: act, args: ["met"] });
    let seen: unknown;
    threads.later(other, () => {
      seen = [Barrier.at(addressOf(barrier)).nWaiting, String(Barrier.at(addressOf(barrier))), acted.length];
      Barrier.at(addressOf(barrier)).wait();
    });
    expect([barrier.wait(), acted]).toEqual([0, ["met"]]);
    expect(seen).toEqual([1, expect.stringMatching(/waiters=1\/2>$/), 0]);
  });

  test("is broken by an error of the action, which the last to come gets", () => {
    const barrier = new Barrier(2, { action: actAndFail });
    let last: string | undefined;
    threads.later(other, () => {
      last = thrown(() => Barrier.at(addressOf(barrier)).wait());
    });
    expect([thrown(() => barrier.wait()), last]).toEqual(["BrokenBarrierError: ", "RangeError: the action's"]);
    expect([barrier.broken, barrier.nWaiting, String(barrier)]).toEqual([true, 0, expect.stringMatching(/: broken>$/)]);
    barrier.reset();
    expect([barrier.broken, String(barrier)]).toEqual([false, expect.stringMatching(/waiters=0\/2>$/)]);
  });

  test("that is reset while one waits breaks for it; who comes meanwhile waits for the next round", () => {
    const barrier = new Barrier(2);
    const ends: string[] = [];
    const third = threads.thread("third");
    threads.later(other, () => {
      Barrier.at(addressOf(barrier)).reset();
      // Main has not left yet, so the barrier is not as new.
      ends.push(`broken ${barrier.broken}`);
    });
    ends.push(thrown(() => barrier.wait()));
    threads.later(third, () => ends.push(`third ${Barrier.at(addressOf(barrier)).wait()}`));
    ends.push(`main ${barrier.wait()}`);
    expect(ends).toEqual(["broken false", "BrokenBarrierError: ", "third 1", "main 0"]);
  });

  test("refuses who comes while it is broken, and counts nobody", () => {
    const barrier = new Barrier(2);
    barrier.abort();
    expect([thrown(() => barrier.wait()), thrown(() => barrier.wait(1)), threads.seconds]).toEqual([
      "BrokenBarrierError: ",
      "BrokenBarrierError: ",
      0,
    ]);
    barrier.reset();
    threads.later(other, () => Barrier.at(addressOf(barrier)).wait());
    expect(barrier.wait()).toBe(0);
  });

  test("waits its own time unless a wait has one", () => {
    const barrier = new Barrier(2, { timeout: 0.5 });
    expect([thrown(() => barrier.wait()), threads.seconds]).toEqual(["BrokenBarrierError: ", 0.5]);
    barrier.reset();
    expect([thrown(() => barrier.wait(0.25)), threads.seconds]).toEqual(["BrokenBarrierError: ", 0.75]);
  });
});
