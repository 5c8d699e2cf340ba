import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { isGilOn, takeGil } from "../../../../core/threading/gil.ts";
import {
  activeCount,
  type ExceptHookArgs,
  enumerate,
  Lock,
  mainThread,
  SystemExit,
  setExceptHook,
  Thread,
  Timer,
} from "../../../../core/threading/index.ts";
import { Block, Header, ThreadState } from "../../../../core/threading/layout.ts";
import { ownerIn } from "../../../../core/threading/ownership.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { markStopped } from "../../../../core/threading/thread-block.ts";
import { runThread } from "../../../../core/threading/thread-life.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";

const log: string[] = [];
function say(word: string): void {
  log.push(word);
}
function fail(): void {
  throw new RangeError("no");
}
function leave(): void {
  throw new SystemExit("bye");
}
async function later(): Promise<void> {}
function hook({ excValue, thread }: ExceptHookArgs): void {
  log.push(`${thread.name}: ${String(excValue)}`);
  throw new RangeError("of the hook");
}

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  log.length = 0;
  threads = new SteppedThreads({ say, fail, leave, later, hook });
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

const addressOf = SharedObject.addressOf;
const runHere = (thread: Thread) => runThread({ ...threads.main, thread: addressOf(thread), handles: new Map() });
const runMain = (main: () => unknown) =>
  runThread({ ...threads.main, program: { ...threads.main.program, main }, handles: new Map() });

describe("MainThread", () => {
  test("has ended for all others before those are awaited that the program waits for", () => {
    let alive: boolean | undefined;
    threads.later(
      other,
      () => {
        const main = mainThread();
        main.join();
        alive = main.isAlive();
        log.push(`told: ${threads.observer.told.some((line) => line.startsWith("raised 1"))}`);
        markStopped(threads.memory, other.thread, 0);
      },
      0.5,
    );
    expect(runMain(fail)).toEqual({ how: "raised", error: "RangeError: no" });
    expect([alive, log, threads.seconds]).toEqual([false, ["told: true"], 0.5]);
  });

  test("awaits one that is about to start, and no daemon", () => {
    threads.memory.store(other.thread + Block.state, ThreadState.starting);
    const daemon = threads.thread("daemon");
    threads.memory.store(daemon.thread + Block.daemon, 1);
    threads.later(other, () => threads.memory.announce(other.thread + Block.state, ThreadState.started), 0.2);
    threads.later(other, () => markStopped(threads.memory, other.thread, 0), 0.4);
    expect(runMain(() => 7)).toEqual({ how: "returned", value: 7 });
    expect(threads.seconds).toBe(0.4);
  });

  test("holds no GIL while it awaits them", () => {
    threads.switchGilOn();
    threads.later(other, () => {
      log.push(`GIL on: ${isGilOn(threads.memory)}, held by ${ownerIn(threads.memory.load(Header.gilHolder))}`);
      takeGil(other);
      markStopped(threads.memory, other.thread, 0);
    });
    runMain(() => null);
    expect(log).toEqual(["GIL on: true, held by 0"]);
    expect(ownerIn(threads.memory.load(Header.gilHolder))).toBe(other.thread);
  });

  test("has the pools of the program take no more work", () => {
    markStopped(threads.memory, other.thread, 0);
    runMain(() => null);
    expect(threads.memory.load(Header.shutdown)).toBe(1);
  });

  test("does not call the hook for its own error", () => {
    markStopped(threads.memory, other.thread, 0);
    setExceptHook(hook);
    runMain(fail);
    expect(log).toEqual([]);
  });
});

describe("a thread", () => {
  test("calls the hook for an error that left it, and ends by that, whatever the hook does", () => {
    setExceptHook(hook);
    expect(runHere(new Thread({ target: fail, name: "T" }))).toEqual({ how: "raised", error: "RangeError: no" });
    expect(log).toEqual(["T: RangeError: no"]);
    setExceptHook(null);
    runHere(new Thread({ target: fail }));
    expect(log).toHaveLength(1);
    expect(threads.memory.load(Header.shutdown)).toBe(0);
  });

  test("ends in silence by SystemExit", () => {
    setExceptHook(hook);
    expect(runHere(new Thread({ target: leave }))).toEqual({ how: "returned", value: undefined });
    expect(log).toEqual([]);
  });

  test("is refused an async body, and has none without a target", () => {
    expect(runHere(new Thread({ target: later }))).toEqual({
      how: "raised",
      error: 'TypeError: "later" is async: a thread blocks, it awaits nothing. Use a plain function',
    });
    expect(runHere(new Thread())).toEqual({ how: "returned", value: undefined });
  });

  test("leaves its locks locked, which notes that it is gone", () => {
    const lock = new Lock();
    threads.as(other, () => Lock.at(addressOf(lock)).acquire());
    runThread({ ...other, handles: new Map() });
    expect(lock.locked()).toBe(true);
    expect(() => lock.acquire()).toThrow("its owner other ended without releasing it");
  });
});

describe("enumerate", () => {
  test("lists who is alive in order of making, MainThread first and to the end", () => {
    const starting = threads.thread("starting");
    threads.memory.store(starting.thread + Block.state, ThreadState.starting);
    const ended = threads.thread("ended");
    markStopped(threads.memory, ended.thread, 0);
    new Thread({ target: say, args: ["x"], name: "never started" });
    expect(enumerate().map(({ name }) => name)).toEqual(["MainThread", "other", "starting"]);
    expect(activeCount()).toBe(3);
    markStopped(threads.memory, threads.main.thread, 0);
    expect(enumerate().map(({ name }) => name)).toEqual(["MainThread", "other", "starting"]);
  });
});

describe("a timer", () => {
  test("calls its function after its interval", () => {
    expect(runHere(new Timer(0.5, say, ["rang"]))).toEqual({ how: "returned", value: undefined });
    expect([log, threads.seconds]).toEqual([["rang"], 0.5]);
  });

  test("that was cancelled, before it is started or while it waits, calls nothing and ends then", () => {
    const early = new Timer(5, say, ["early"]);
    early.cancel();
    runHere(early);
    expect(threads.seconds).toBe(0);
    const late = new Timer(5, say, ["late"]);
    threads.later(other, () => Timer.at(addressOf(late)).cancel(), 0.25);
    runHere(late);
    expect([log, threads.seconds]).toEqual([[], 0.25]);
  });

  test("of no time, below zero or NaN, calls at once", () => {
    for (const interval of [0, -5, Number.NaN]) runHere(new Timer(interval, say, [`${interval}`]));
    expect([log, threads.seconds]).toEqual([["0", "-5", "NaN"], 0]);
  });

  test("of endless time ends with an OverflowError, as in CPython", () => {
    expect(runHere(new Timer(Number.POSITIVE_INFINITY, say, ["never"]))).toEqual({
      how: "raised",
      error: expect.stringMatching(/^OverflowError: /),
    });
    expect(log).toEqual([]);
  });

  test("is named and printed as Python's", () => {
    const timer = new Timer(1, say, ["x"]);
    expect(String(timer)).toBe("<Timer(Thread-1, initial)>");
    expect(Timer.at(addressOf(timer))).toBe(timer);
  });
});
