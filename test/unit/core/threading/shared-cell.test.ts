import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterContext } from "../../../../core/threading/context.ts";
import { SharedCell } from "../../../../core/threading/index.ts";
import { Header } from "../../../../core/threading/layout.ts";
import { enterMainThread, type OneThread } from "../../../support/threads/one-thread.ts";

let main: OneThread;
beforeEach(() => {
  main = enterMainThread();
});
afterEach(() => {
  enterContext(null);
});

const numbers = [0, -0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 0.1, 1e-320, 1.7e308, Number.NaN, -Infinity];

describe("SharedCell", () => {
  test.for(numbers)("holds the number %d as it is", (number) => {
    expect(new SharedCell(number).value).toBe(number);
  });

  test.for([undefined, null, true, false, "", "né😀", { a: [1, 0.5, "x"] }, [[], {}]])("holds %j", (value) => {
    expect(new SharedCell<unknown>(value).value).toEqual(value);
  });

  test("takes no more memory, however often numbers and texts are written", () => {
    const cell = new SharedCell<unknown>(0.5);
    cell.value = "as long as the longest";
    const before = main.memory.load(Header.free);
    for (let at = 0; at < 100; at++) cell.value = at % 3 === 0 ? at + 0.5 : at % 3 === 1 ? `as long as ${at}` : at;
    expect(main.memory.load(Header.free) - before).toBeLessThanOrEqual(16);
    expect(cell.value).toBe(99.5);
  });

  test("refuses what can't cross, and keeps what it held", () => {
    const cell = new SharedCell<unknown>(1);
    expect(() => {
      cell.value = () => 1;
    }).toThrow("cannot cross to another thread");
    expect(cell.value).toBe(1);
  });
});
