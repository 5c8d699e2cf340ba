import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { asCompleted, Future, Thread, wait } from "../../../../core/threading/index.ts";
import { Header } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";
import { thrown } from "../../../support/threads/thrown.ts";

const called: unknown[] = [];
function note(future: Future, ...words: readonly unknown[]): void {
  called.push([future.done(), ...words]);
}
function noteAndFail(future: Future, word: string): void {
  note(future, word);
  throw new RangeError("nobody's concern");
}
class OwnError extends Error {
  override readonly name = "OwnError";
}

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  called.length = 0;
  threads = new SteppedThreads({ note, noteAndFail, OwnError });
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

const seenBy = (future: Future): Future => Future.at(SharedObject.addressOf(future));
const statesOf = (future: Future) => [future.running(), future.done(), future.cancelled()];

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

describe("a future", () => {
  test("goes from pending to running to finished, and says so", () => {
    const future = new Future();
    const states = [statesOf(future)];
    future.setRunningOrNotifyCancel();
    states.push(statesOf(future));
    future.setResult(1);
    states.push(statesOf(future));
    expect(states).toEqual([
      [false, false, false],
      [true, false, false],
      [false, true, false],
    ]);
  });

  test("is cancelled only before it runs; again is as good as once", () => {
    const future = new Future();
    expect([future.cancel(), future.cancel(), statesOf(future)]).toEqual([true, true, [false, true, true]]);
    expect(future.setRunningOrNotifyCancel()).toBe(false);
    expect([future.cancel(), statesOf(future)]).toEqual([true, [false, true, true]]);
    const running = new Future();
    expect(running.setRunningOrNotifyCancel()).toBe(true);
    expect([running.cancel(), running.cancelled()]).toEqual([false, false]);
    expect([finished(1).cancel(), failed().cancel()]).toEqual([false, false]);
  });

  test("gives its result, its error, or says that it was cancelled", () => {
    expect([finished([1, "a"]).result(), finished(undefined).result(), finished(1).exception()]).toEqual([
      [1, "a"],
      undefined,
      null,
    ]);
    expect([thrown(() => failed().result()), String(failed().exception())]).toEqual([
      "RangeError: boom",
      "RangeError: boom",
    ]);
    expect([thrown(() => cancelled().result()), thrown(() => cancelled().exception())]).toEqual([
      "CancelledError: ",
      "CancelledError: ",
    ]);
  });

  test("gives an error of the program's own class in another thread", () => {
    const future = new Future();
    future.setException(new OwnError("mine"));
    threads.as(other, () => expect(seenBy(future).exception()).toBeInstanceOf(OwnError));
  });

  test("ends once, and says in what state it was", () => {
    const ended = finished(1);
    const words = (future: Future) => thrown(() => future.setResult(2)).replace(/0x7f[0-9a-f]{10}/, "0xADDR");
    expect(words(ended)).toBe("InvalidStateError: FINISHED: <Future at 0xADDR state=finished returned int>");
    expect(words(failed())).toBe("InvalidStateError: FINISHED: <Future at 0xADDR state=finished raised RangeError>");
    expect(words(cancelled())).toBe("InvalidStateError: CANCELLED_AND_NOTIFIED: <Future at 0xADDR state=cancelled>");
    const early = new Future();
    early.cancel();
    expect(words(early)).toBe("InvalidStateError: CANCELLED: <Future at 0xADDR state=cancelled>");
    expect(thrown(() => ended.setException(new Error("x")))).toMatch(/^InvalidStateError: FINISHED/);
    expect(ended.result()).toBe(1);
    expect(thrown(() => ended.setRunningOrNotifyCancel())).toBe("RuntimeError: Future in unexpected state");
    const running = new Future();
    running.setRunningOrNotifyCancel();
    expect(thrown(() => running.setRunningOrNotifyCancel())).toBe("RuntimeError: Future in unexpected state");
    expect(String(running)).toMatch(/state=running>$/);
    expect(String(new Future())).toMatch(/^<Future at 0x7f[0-9a-f]{10} state=pending>$/);
  });

  test("runs its callbacks once each, in order, when it ends; one that comes later at once", () => {
    const future = new Future();
    future.addDoneCallback(note, "first", 1);
    future.addDoneCallback(noteAndFail, "second");
    future.addDoneCallback(note, "third");
    expect(called).toEqual([]);
    future.setResult(1);
    future.addDoneCallback(noteAndFail, "late");
    expect(called).toEqual([
      [true, "first", 1],
      [true, "second"],
      [true, "third"],
      [true, "late"],
    ]);
  });

  test("runs its callbacks when it is cancelled, and not again when that is noticed", () => {
    const future = new Future();
    future.addDoneCallback(note, "told");
    future.cancel();
    future.cancel();
    future.setRunningOrNotifyCancel();
    expect(called).toEqual([[true, "told"]]);
  });

  test("refuses a callback that can't cross, and an argument that can't", () => {
    expect(thrown(() => new Future().addDoneCallback(() => {}))).toMatch(/^TypeError: an anonymous function/);
    expect(thrown(() => new Future().addDoneCallback(note, () => {}))).toMatch(/^TypeError: .*cannot cross/);
  });

  test("stays open when its result can't cross", () => {
    const future = new Future();
    expect(thrown(() => future.setResult(() => 1))).toMatch(/^TypeError: .*cannot cross/);
    expect(future.done()).toBe(false);
    future.setResult(1);
    expect(future.result()).toBe(1);
  });

  test("tells that a thread waits for it, and wakes it when it is cancelled", () => {
    const future = new Future();
    threads.later(other, () => seenBy(future).cancel(), 0.5);
    expect(thrown(() => future.result(2))).toBe("CancelledError: ");
    expect(threads.observer.told).toEqual(["waitBegan 1 future 0 2", "waitEnded 1"]);
    expect(threads.seconds).toBe(0.5);
  });
});

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
    const wrong = { returnWhen: "SOME" } as object;
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

test("a future that is handed to a thread is the same future there", () => {
  const future = new Future();
  const thread = new Thread({ target: note as () => void, args: [future] as never });
  expect(thread.name).toBe("Thread-1 (note)");
  expect(seenBy(future)).toBe(future);
});
