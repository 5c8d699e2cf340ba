import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodeArguments, encodeArguments } from "../../../../core/threading/arguments.ts";
import { enterContext } from "../../../../core/threading/context.ts";
import { Full, Signal } from "../../../../core/threading/index.ts";
import { enterMainThread, type OneThread } from "../../../support/threads/one-thread.ts";

let main: OneThread;
beforeEach(() => {
  main = enterMainThread();
});
afterEach(() => {
  enterContext(null);
});

const across = (...args: readonly unknown[]) => decodeArguments(encodeArguments(args), main);

describe("a thread's arguments", () => {
  test("arrive as they were sent, odd numbers and look-alikes of the encoding included", () => {
    const sent = [null, true, -1.5, "", "\ud800", undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, [], {}];
    expect(across(...sent)).toEqual(sent);
    const tricky = [["shared", "Signal", 1], ["list", ["float", "NaN"]], { dict: ["list"], ["__proto__"]: 1 }];
    expect(across(...tricky)).toEqual(tricky);
  });

  test("hand over a shared object itself, also deep inside", () => {
    const signal = new Signal();
    expect(across([{ signal }])).toEqual([[{ signal }]]);
    const [arrived] = across(signal);
    expect(arrived).toBe(signal);
  });

  test("hand over an error by its class and its message", () => {
    const [error] = across(new Full("no room"));
    expect(error).toBeInstanceOf(Full);
    expect(String(error)).toBe("Full: no room");
    expect(String(across(Object.assign(new Error("odd"), { name: "OddError" }))[0])).toBe("OddError: odd");
  });

  test.each([
    ["a function", [() => {}], "args[0] is a function"],
    ["a class's object", [1, { when: new Date(0) }], "args[1].when is an object of class Date"],
    ["a bigint", [[1n]], "args[0][0] is a bigint"],
  ])("refuse %s by its place, with the remedy", (_what, args, words) => {
    expect(() => encodeArguments(args)).toThrow(words);
    expect(() => encodeArguments(args)).toThrow("pass plain data, or a shared object such as a Signal");
  });

  test("of a kind that this version does not know are refused", () => {
    expect(() => decodeArguments('[["shared","Gate",64]]', main)).toThrow("does not know");
    expect(() => decodeArguments("{}", main)).toThrow("are not a list");
  });
});
