import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import { currentThread, Signal, sleep, Thread } from "../../../../core/threading/index.ts";
import { Block, ThreadState } from "../../../../core/threading/layout.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { identOf, markStopped } from "../../../../core/threading/thread-block.ts";
import { runThread } from "../../../../core/threading/thread-life.ts";
import { enterMainThread, type OneThread } from "../../../support/threads/one-thread.ts";

function spin(message: string): string {
  return `${message}!`;
}
function fails(): void {
  throw new RangeError("no");
}
function getsTwice(signal: Signal, same: Signal, maker: Thread): boolean {
  return signal === same && maker !== currentThread();
}

let context: OneThread;
beforeEach(() => {
  context = enterMainThread({ spin, fails, getsTwice });
});
afterEach(() => {
  enterContext(null);
});

/** Runs a thread's body here, as its worker would. */
function runHere(thread: Thread) {
  return runThread({ ...context, thread: SharedObject.addressOf(thread), handles: new Map() });
}

describe("Thread", () => {
  test("prints as Python 3.11 does in each state", () => {
    const thread = new Thread({ target: spin, args: ["hm"] });
    const { memory } = context;
    const address = SharedObject.addressOf(thread);
    expect(String(thread)).toBe("<Thread(Thread-1 (spin), initial)>");
    memory.store(address + Block.state, ThreadState.starting);
    expect(String(thread)).toBe("<Thread(Thread-1 (spin), initial)>");
    memory.store(address + Block.state, ThreadState.started);
    expect(String(thread)).toBe(`<Thread(Thread-1 (spin), started ${identOf(memory, address)})>`);
    thread.name = "renamed";
    markStopped(memory, address, 0);
    expect(String(thread)).toBe(`<Thread(renamed, stopped ${identOf(memory, address)})>`);
    expect(String(currentThread())).toBe("<_MainThread(MainThread, started 140000000000000)>");
    expect(String(new Thread({ target: spin, daemon: true }))).toBe("<Thread(Thread-2 (spin), initial daemon)>");
  });

  test("has an ident only once it was started", () => {
    const thread = new Thread({ target: spin });
    expect(thread.ident).toBeNull();
    context.memory.store(SharedObject.addressOf(thread) + Block.state, ThreadState.started);
    expect(thread.ident).toBe(140_000_000_000_000 - 8_392_704);
  });

  test("is a daemon when its maker is, unless told otherwise", () => {
    context.memory.store(context.thread + Block.daemon, 1);
    expect(new Thread({ target: spin }).daemon).toBe(true);
    expect(new Thread({ target: spin, daemon: false }).daemon).toBe(false);
  });

  test("tells its maker, and ends with what its body returned", () => {
    const thread = new Thread({ target: spin, args: ["hm"] });
    expect(runHere(thread)).toEqual({ how: "returned", value: "hm!" });
    expect(thread.isAlive()).toBe(false);
    expect(context.observer.told).toEqual(["created Thread-1 (spin) by 1", "began 2", "returned 2 hm!"]);
  });

  test("ends with the error that left its body", () => {
    expect(runHere(new Thread({ target: fails }))).toEqual({ how: "raised", error: "RangeError: no" });
  });

  test("gets one handle an object, however often it is handed over", () => {
    const signal = new Signal();
    const thread = new Thread({ target: getsTwice, args: [signal, signal, currentThread()] });
    expect(runHere(thread)).toEqual({ how: "returned", value: true });
    expect(currentThread()).toBe(currentThread());
  });

  test("that has ended is joined without waiting, with the mark of its end", () => {
    const thread = new Thread({ target: spin, args: ["hm"] });
    runHere(thread);
    thread.join();
    expect(context.observer.told.slice(3)).toEqual(["joinBegan 1 2", "joinEnded 1 2 ended 3"]);
  });

  test("without a target does nothing", () => {
    expect(runHere(new Thread())).toEqual({ how: "returned", value: undefined });
  });

  test("cannot be used outside a run", () => {
    enterContext(null);
    expect(() => new Thread({ target: spin })).toThrow("there is no current thread");
    expect(() => sleep(0)).toThrow("there is no current thread");
  });
});

describe("sleep", () => {
  test("blocks for at least as long as it was asked", () => {
    const from = performance.now();
    sleep(0.01);
    expect(performance.now() - from).toBeGreaterThanOrEqual(10);
    expect(context.observer.told).toEqual(["sleepBegan 1 0.01", "sleepEnded 1"]);
  });

  test("refuses what Python refuses", () => {
    expect(() => sleep(-0.1)).toThrow("sleep length must be non-negative");
    expect(() => sleep(Number.NaN)).toThrow("Invalid value NaN (not a number)");
  });
});
