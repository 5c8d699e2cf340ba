import { describe, expect, test } from "vitest";
import { blockingDelay } from "../../../../../electron/main/security/blocking-request.ts";

const delayOf = (address: string) => blockingDelay(new URL(address));

describe("the blocking request", () => {
  test("gives the delay that the address asks for, in ms", () => {
    expect(delayOf("app://spinscope/block?ms=504")).toBe(504);
    expect(delayOf("app://spinscope/block?ms=10000")).toBe(10_000);
  });

  test.each(["", "?ms=10001", "?ms=-1", "?ms=1.5", "?ms=1e3", "?ms=", "?ms=5&ms=6", "?x=1&ms=5", "?ms=99999999999"])(
    "is no blocking request with the parameters %s",
    (search) => {
      expect(delayOf(`app://spinscope/block${search}`)).toBeUndefined();
    },
  );

  test("has one exact path", () => {
    expect(delayOf("app://spinscope/block/?ms=5")).toBeUndefined();
    expect(delayOf("app://spinscope/index.html?ms=5")).toBeUndefined();
  });
});
