// The garbage collector, asked by hand: what it finds is told while the loop runs on.
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { coroutine, createTask, ExceptionGroup, gather, sleep } from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { setConsoleSink } from "../../../../core/programs/console.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

let written = "";
setConsoleSink((text) => {
  written += text;
});
afterEach(() => {
  written = "";
});

const kinds = {
  "a fresh error": () => {
    throw new RangeError("boom");
  },
  "an error with a cause": () => {
    try {
      throw new TypeError("why");
    } catch (cause) {
      throw new RangeError("boom", { cause });
    }
  },
  "an error that holds others": () => {
    throw new AggregateError([new RangeError("boom")], "both");
  },
  "a group": () => {
    throw new ExceptionGroup("unhandled", [new RangeError("boom")]);
  },
  "a text": () => {
    throw "boom";
  },
} satisfies Readonly<Record<string, () => never>>;

const fail = coroutine(function* fail(how: () => never) {
  yield* sleep(0);
  how();
});

/** Collects until it has been told so often, or for as many rounds as it never takes. */
async function toldOf(times: number): Promise<number> {
  const told = () => written.split("exception was never retrieved").length - 1;
  for (let round = 0; round < 50 && told() < times; round++) {
    collect();
    await setImmediate();
  }
  return told();
}

test.each(Object.entries(kinds))("tasks that end with %s are collected, and each is told of", async (_, how) => {
  const loop = new VirtualEventLoop();
  loop.runUntilComplete(
    coroutine(function* main() {
      for (let n = 0; n < 20; n++) createTask(fail(how));
      yield* sleep(1);
    })(),
  );
  expect(await toldOf(20)).toBe(20);
  loop.close();
  expect(await toldOf(21)).toBe(20);
});

test("errors that somebody asked for are told of neither by the collector nor at the end", async () => {
  const loop = new VirtualEventLoop();
  loop.runUntilComplete(
    coroutine(function* main() {
      yield* gather(
        Array.from({ length: 20 }, () => fail(kinds["a fresh error"])),
        { returnExceptions: true },
      );
    })(),
  );
  expect(await toldOf(1)).toBe(0);
  loop.close();
  expect(written).toBe("");
});
