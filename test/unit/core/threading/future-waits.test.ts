import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { asCompleted, Future, type WaitOptions, wait } from "../../../../core/threading/index.ts";
import { Header } from "../../../../core/threading/layout.ts";
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

const seenBy = (future: Future): Future => Future.at(SharedObject.addressOf(future));

/** As an executor ends it. */
function cancelled(): Future {
  const future = new Future();
  future.cancel();
  future.setRunningOrNotifyCancel();
  return future;
}
function finished(value: unknown): Future {
  const future = new Future();
  future.setResult(value);
  return future;
}
function failed(): Future {
  const future = new Future();
  future.setException(new RangeError("boom"));
  return future;
}

describe("wait", () => {
  const shown = (futures: readonly Future[], options = {}) => {
    const { done, notDone } = wait(futures, options);
    return [futures.filter((one) => done.has(one)), futures.filter((one) => notDone.has(one))];
  };

  test("counts what has ended, and a cancelled one only once an executor has noticed", () => {
    const early = new Future();
    early.cancel();
    const all = [finished(1), failed(), cancelled(), early, new Future()];
    expect(shown(all, { timeout: 0 })).toEqual([all.slice(0, 3), all.slice(3)]);
    expect(threads.seconds).toBe(0);
  });

  test.each([
    ["FIRST_COMPLETED", 0.1],
    ["FIRST_EXCEPTION", 0.2],
    ["ALL_COMPLETED", 0.4],
    [undefined, 0.4],
  ] as const)(
    "with %s returns at %s s, when the first ends, the second fails and the third is cancelled",
    (returnWhen, end) => {
      const all = [new Future(), new Future(), new Future()];
      const [first, second, third] = all;
      threads.later(other, () => first && seenBy(first).setResult(1), 0.1);
      threads.later(other, () => second && seenBy(second).setException(new Error("x")), 0.2);
      threads.later(other, () => third && seenBy(third).cancel(), 0.3);
      threads.later(other, () => third && seenBy(third).setRunningOrNotifyCancel(), 0.4);
      wait(all, returnWhen === undefined ? {} : { returnWhen });
      expect(threads.seconds).toBe(end);
    },
  );

  test("does not wait where what it waits for is there", () => {
    const open = new Future();
    expect(shown([finished(1), open], { returnWhen: "FIRST_COMPLETED" })[1]).toEqual([open]);
    expect(shown([failed(), open], { returnWhen: "FIRST_EXCEPTION" })[1]).toEqual([open]);
    expect(shown([cancelled(), finished(1)], { returnWhen: "FIRST_EXCEPTION" })[1]).toEqual([]);
    expect(shown([])).toEqual([[], []]);
    expect([threads.seconds, threads.observer.told]).toEqual([0, []]);
    expect(shown([finished(1), open], { returnWhen: "FIRST_EXCEPTION", timeout: 0.5 })[1]).toEqual([open]);
    expect(threads.seconds).toBe(0.5);
  });

  test("refuses another mode only where it would wait, as CPython does", () => {
    const wrong: WaitOptions = JSON.parse('{"returnWhen":"SOME"}');
    expect(thrown(() => wait([new Future()], wrong))).toBe("ValueError: Invalid return condition: 'SOME'");
    expect(wait([finished(1)], wrong).done.size).toBe(1);
  });

  test("leaves nothing behind in the heap, also when its timeout is refused", () => {
    const futures = [new Future(), new Future()];
    wait(futures, { timeout: 0.1 });
    expect(threads.observer.told).toEqual(["waitBegan 1 future 0 0.1", "waitEnded 1"]);
    const before = threads.memory.load(Header.free);
    for (let at = 0; at < 20; at++) {
      wait(futures, { timeout: 0.1 });
      expect(() => wait(futures, { timeout: Number.POSITIVE_INFINITY })).toThrow();
    }
    expect(threads.memory.load(Header.free)).toBe(before);
  });
});

describe("asCompleted", () => {
  test("gives what has ended, first what ended first, then each as it ends; each once", () => {
    const early = [new Future(), new Future()];
    early[1]?.setResult(1);
    early[0]?.setResult(2);
    const late = new Future();
    threads.later(other, () => seenBy(late).setResult(3), 0.5);
    expect([...asCompleted([late, ...early, late])]).toEqual([early[1], early[0], late]);
    expect(threads.seconds).toBe(0.5);
  });

  test("counts its time from its beginning, and says how many are left", () => {
    const [one, two, three] = [new Future(), new Future(), new Future()];
    threads.later(other, () => seenBy(one).setResult(1), 0.3);
    const iterator = asCompleted([one, two, three], 1);
    expect(iterator.next().value).toBe(one);
    expect(thrown(() => iterator.next())).toBe("TimeoutError: 2 (of 3) futures unfinished");
    expect(threads.seconds).toBe(1);
  });

  test("wakes when one fails or its cancel is noticed", () => {
    const [one, two] = [new Future(), new Future()];
    threads.later(other, () => seenBy(one).setException(new Error("x")), 0.1);
    threads.later(
      other,
      () => {
        seenBy(two).cancel();
        seenBy(two).setRunningOrNotifyCancel();
      },
      0.2,
    );
    expect([...asCompleted([two, one])]).toEqual([one, two]);
    expect(threads.seconds).toBe(0.2);
  });

  test("leaves nothing behind when it is left early", () => {
    const open = new Future();
    for (const _ of asCompleted([finished(0), open])) break;
    const before = threads.memory.load(Header.free);
    const ended = finished(1);
    const made = threads.memory.load(Header.free) - before;
    for (let at = 0; at < 5; at++) for (const _ of asCompleted([ended, open])) break;
    expect(threads.memory.load(Header.free) - before).toBe(made);
  });

  test("gives nothing of nothing", () => {
    expect([...asCompleted([], -1)]).toEqual([]);
  });
});
