// What queues and cells keep their values in: the heap, rows of values, and CPython's heapq over such a row.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import { giveBack, reserve } from "../../../../core/threading/heap.ts";
import { heapPop, heapPush } from "../../../../core/threading/heap-queue.ts";
import { Header } from "../../../../core/threading/layout.ts";
import { DequeCell, dequeLength, popValue, pushValue, shiftValue } from "../../../../core/threading/shared-deque.ts";
import { enterMainThread, type OneThread } from "../../../support/threads/one-thread.ts";

let main: OneThread;
beforeEach(() => {
  main = enterMainThread();
});
afterEach(() => {
  enterContext(null);
});

/** The same numbers each time. */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield state >>> 8;
  }
}

describe("the heap", () => {
  test("gives a block of 2^n words, 4 or more, as asked for", () => {
    const sizes = [1, 4, 5, 8, 9, 16, 17, 1_000].map((words) => {
      const before = main.memory.load(Header.free);
      reserve(main, words);
      return main.memory.load(Header.free) - before;
    });
    expect(sizes).toEqual([4, 4, 8, 8, 16, 16, 32, 1_024]);
  });

  test("gives what was given back again, the last first, to who asks for that size, and to nobody else", () => {
    const blocks = [reserve(main, 8), reserve(main, 5)];
    const small = reserve(main, 4);
    for (const block of blocks) giveBack(main, block, 8);
    giveBack(main, small, 3);
    const again = [reserve(main, 7), reserve(main, 6), reserve(main, 2)];
    expect(again).toEqual([blocks[1], blocks[0], small]);
    expect([...blocks, small]).not.toContain(reserve(main, 8));
  });

  test("leaves its monitor", () => {
    giveBack(main, reserve(main, 4), 4);
    expect(main.memory.load(Header.heap)).toBe(0);
  });
});

describe("a row of values", () => {
  test("is what a list is, however often it grows and goes round", () => {
    const row = main.memory.allocate(DequeCell.words);
    const list: unknown[] = [];
    const chance = numbersFrom(7);
    for (let step = 0; step < 600; step++) {
      const number = chance.next().value;
      if (list.length === 0 || number % 5 < 3) {
        const value = number % 2 === 0 ? number / 4 : `text ${number}`;
        pushValue(main, row, value);
        list.push(value);
      } else if (number % 2 === 0) expect(shiftValue(main, row)).toBe(list.shift());
      else expect(popValue(main, row)).toBe(list.pop());
      expect(dequeLength(main, row)).toBe(list.length);
    }
    while (list.length > 0) expect(shiftValue(main, row)).toBe(list.shift());
  });

  test("takes no more memory when as much goes as comes", () => {
    const row = main.memory.allocate(DequeCell.words);
    for (let at = 0; at < 20; at++) pushValue(main, row, `item ${at % 10}`);
    const before = main.memory.load(Header.free);
    for (let at = 0; at < 200; at++) {
      pushValue(main, row, `item ${at % 10}`);
      shiftValue(main, row);
    }
    expect(main.memory.load(Header.free) - before).toBeLessThanOrEqual(4);
  });

  test("begins with room for eight values and doubles it, giving the old room back", () => {
    const row = main.memory.allocate(DequeCell.words);
    const before = main.memory.load(Header.free);
    for (let at = 0; at < 8; at++) pushValue(main, row, at);
    expect(main.memory.load(Header.free) - before).toBe(16);
    pushValue(main, row, 8);
    expect(main.memory.load(Header.free) - before).toBe(48);
    expect(reserve(main, 16)).toBe(before);
  });

  test("stays as it was when a value can't cross", () => {
    const row = main.memory.allocate(DequeCell.words);
    pushValue(main, row, 1);
    expect(() => pushValue(main, row, () => 1)).toThrow("cannot cross");
    expect([dequeLength(main, row), popValue(main, row)]).toEqual([1, 1]);
  });
});

describe("heapq over a row", () => {
  function sortedByHeap(values: readonly unknown[]): readonly unknown[] {
    const heap = main.memory.allocate(DequeCell.words);
    for (const value of values) heapPush(main, heap, value);
    return values.map(() => heapPop(main, heap));
  }

  test("gives numbers in order, whatever their order was", () => {
    const chance = numbersFrom(3);
    for (const length of [1, 2, 3, 7, 40]) {
      const values = Array.from({ length }, () => (chance.next().value % 50) - 20.5);
      expect(sortedByHeap(values)).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  test("gives lists as Python orders them, item by item, the shorter first", () => {
    expect(sortedByHeap([[2, "b"], [1, "z"], [1], [2, "a"], [1, "z", 0], []])).toEqual([
      [],
      [1],
      [1, "z"],
      [1, "z", 0],
      [2, "a"],
      [2, "b"],
    ]);
  });

  test("moves values as CPython's does, so that equal ones come in its order", () => {
    // heapq of 3.11.7: for i, (priority, name) in enumerate(...): heappush(heap, (priority, name)), where < looks at lists.
    const heap = main.memory.allocate(DequeCell.words);
    for (const value of [5, 3, 8, 1, 9, 2]) heapPush(main, heap, value);
    const storage = Array.from({ length: 6 }, (_, at) => at).map(() => heapPop(main, heap));
    expect(storage).toEqual([1, 2, 3, 5, 8, 9]);
    expect(dequeLength(main, heap)).toBe(0);
  });
});
