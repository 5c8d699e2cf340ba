// What can go wrong between two steps of two threads: the GIL, and the monitor inside shared objects.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext, type ThreadContext } from "../../../../core/threading/context.ts";
import { checkpoint, dropGil, takeGil } from "../../../../core/threading/gil.ts";
import { Event } from "../../../../core/threading/index.ts";
import { Header } from "../../../../core/threading/layout.ts";
import { enterMonitor, leaveMonitor } from "../../../../core/threading/monitor.ts";
import { ownerIn } from "../../../../core/threading/ownership.ts";
import { SharedObject } from "../../../../core/threading/shared-object.ts";
import { SteppedThreads } from "../../../support/threads/stepped-threads.ts";

let threads: SteppedThreads;
let other: ThreadContext;
beforeEach(() => {
  threads = new SteppedThreads();
  other = threads.thread("other");
});
afterEach(() => {
  enterContext(null);
});

/** The same object as another thread has it. */
const addressOf = SharedObject.addressOf;

describe("the monitor", () => {
  let word: number;
  beforeEach(() => {
    word = threads.memory.allocate(2);
  });

  test("wakes one who waits when it is left", () => {
    threads.as(other, () => enterMonitor(other, word));
    threads.later(other, () => leaveMonitor(threads.memory, word), 0.01);
    enterMonitor(threads.main, word);
    expect([ownerIn(threads.memory.load(word)), threads.seconds]).toEqual([threads.main.thread, 0.01]);
  });

  test("is taken over from a thread that is dead, which nobody tells of", () => {
    threads.as(other, () => enterMonitor(other, word));
    threads.later(other, () => threads.stop(other), 0.12);
    enterMonitor(threads.main, word);
    expect(ownerIn(threads.memory.load(word))).toBe(threads.main.thread);
    expect(threads.seconds).toBeCloseTo(0.15, 6);
  });
});

describe("the GIL", () => {
  test("goes to the thread that asked for it, before who hands it over has it again", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    threads.memory.store(Header.gilRequest, 1);
    const holders: number[] = [];
    threads.later(other, () => {
      takeGil(other);
      holders.push(ownerIn(threads.memory.load(Header.gilHolder)));
      threads.later(other, () => dropGil(other));
    });
    checkpoint(threads.main);
    holders.push(ownerIn(threads.memory.load(Header.gilHolder)));
    expect(holders).toEqual([other.thread, threads.main.thread]);
    expect(threads.left).toBe(0);
  });

  test("is not handed over when nobody asked", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    threads.later(other, () => takeGil(other));
    checkpoint(threads.main);
    expect([ownerIn(threads.memory.load(Header.gilHolder)), threads.left]).toEqual([threads.main.thread, 1]);
  });

  test("comes back when the thread that asked has gone away", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    threads.memory.store(Header.gilRequest, 1);
    checkpoint(threads.main);
    expect(ownerIn(threads.memory.load(Header.gilHolder))).toBe(threads.main.thread);
    expect(threads.memory.load(Header.gilRequest)).toBe(0);
    expect(threads.seconds).toBeCloseTo(0.1, 6);
  });

  test("is asked for after the switch interval of 5 ms in which it did not change hands", () => {
    threads.switchGilOn();
    threads.as(other, () => takeGil(other));
    threads.later(other, () => expect(threads.memory.load(Header.gilRequest)).toBe(0), 0.004);
    threads.later(other, () => expect(threads.memory.load(Header.gilRequest)).toBe(1), 0.006);
    threads.later(other, () => dropGil(other), 0.007);
    takeGil(threads.main);
    expect(threads.memory.load(Header.gilRequest)).toBe(0);
    expect(threads.seconds).toBe(0.007);
  });

  test("is not asked for when it changed hands in that time", () => {
    threads.switchGilOn();
    threads.as(other, () => takeGil(other));
    const third = threads.thread("third");
    threads.later(
      other,
      () => {
        dropGil(other);
        takeGil(third);
      },
      0.003,
    );
    threads.later(other, () => expect(threads.memory.load(Header.gilRequest)).toBe(0), 0.0051);
    threads.later(third, () => dropGil(third), 0.0052);
    takeGil(threads.main);
    expect(threads.left).toBe(0);
  });

  test("is given up for each wait, and taken again after it", () => {
    threads.switchGilOn();
    takeGil(threads.main);
    const event = new Event();
    let holder: number | undefined;
    threads.later(
      other,
      () => {
        holder = ownerIn(threads.memory.load(Header.gilHolder));
        Event.at(addressOf(event)).set();
      },
      0.1,
    );
    expect(event.wait(1)).toBe(true);
    expect([holder, ownerIn(threads.memory.load(Header.gilHolder))]).toEqual([0, threads.main.thread]);
  });
});
