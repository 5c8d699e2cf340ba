import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import { Signal } from "../../../../core/threading/index.ts";
import { Block } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { requestStop } from "../../../../core/threading/stop-request.ts";
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

describe("Signal", () => {
  test("says go until it is told not to, and again when it is told so", () => {
    const signal = new Signal();
    expect(signal.go).toBe(true);
    signal.go = false;
    expect(signal.go).toBe(false);
    signal.go = true;
    expect(signal.go).toBe(true);
  });

  test("is seen once an asking by a thread that did not ask, with the mark of the asking", () => {
    const signal = new Signal();
    signal.go = false;
    enterOther();
    const same = Signal.at(SharedObject.addressOf(signal));
    expect([same.go, same.go]).toEqual([false, false]);
    expect(main.observer.told).toEqual(["signalSet 1", "signalSeen 9 1"]);
    enterContext(main);
    signal.go = false;
    enterContext({ ...main, thread: main.thread, handles: new Map() });
    expect(Signal.at(SharedObject.addressOf(signal)).go).toBe(false);
    expect(main.observer.told.slice(2)).toEqual(["signalSet 1", "signalSeen 1 3"]);
  });

  test("is not noticed by the thread that set it", () => {
    const signal = new Signal();
    signal.go = false;
    expect(signal.go).toBe(false);
    expect(main.observer.told).toEqual(["signalSet 1"]);
  });

  test("is written by the host for a person's Cancel, once, whatever the threads do meanwhile", () => {
    const [first, second, third] = [new Signal(), new Signal(), new Signal()];
    second.go = false;
    let marks = 100;
    expect(requestStop(main.memory, () => ++marks)).toBe(2);
    expect(requestStop(main.memory, () => ++marks)).toBe(0);
    expect([first.go, second.go, third.go]).toEqual([false, false, false]);
    expect(main.observer.told).toEqual(["signalSet 1", "signalSeen 1 102", "signalSeen 1 101"]);
  });

  test("knows the lane that its thread has now", () => {
    const signal = new Signal();
    main.memory.store(main.thread + Block.lane, 5);
    signal.go = false;
    expect(main.observer.told).toEqual(["signalSet 5"]);
  });
});
