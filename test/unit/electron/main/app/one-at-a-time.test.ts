import { expect, test } from "vitest";
import { oneAtATime } from "../../../../../electron/main/app/one-at-a-time.ts";

test("what is asked for again while it goes on is the same, and afterwards it begins anew", async () => {
  const asked: string[] = [];
  let answer: (text: string) => void = () => {};
  const ask = oneAtATime((what: string) => {
    asked.push(what);
    return new Promise<string>((resolve) => {
      answer = resolve;
    });
  });
  const flood = Array.from({ length: 10_000 }, (_, index) => ask(`dialog ${index}`));
  answer("cancelled");
  expect(new Set(await Promise.all(flood))).toEqual(new Set(["cancelled"]));
  expect(asked).toEqual(["dialog 0"]);
  void ask("dialog again");
  expect(asked).toEqual(["dialog 0", "dialog again"]);
});

test("one that fails lets the next one begin", async () => {
  let tries = 0;
  const ask = oneAtATime(() => Promise.reject(new Error(`try ${++tries}`)));
  await expect(ask(undefined)).rejects.toThrow("try 1");
  await expect(ask(undefined)).rejects.toThrow("try 2");
});
