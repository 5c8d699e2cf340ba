import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { Future } from "../../../../core/threading/index.ts";
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
