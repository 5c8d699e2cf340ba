// An event loop in a real thread, beside a pool and other threads.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTestWorker, RealThreads } from "../../../support/threads/real-threads.ts";

/** Real threads on a machine that may be busy with other tests. */
const patient = { timeout: 30_000 };

let threads: RealThreads;
beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/bridges"));
}, 60_000);
afterAll(() => threads.close());

describe.each(["on", "off"] as const)("with the GIL %s", patient, (gil) => {
  test("a pool's future can't be awaited, and can be once it is wrapped; a cancel keeps its call from beginning", async () => {
    const recorded = await threads.run("awaits a pool", { gil });
    expect(recorded.outcome).toEqual({
      how: "returned",
      value: {
        directly: "TypeError: An asyncio.Future, a coroutine or an awaitable is required",
        value: 42,
        again: 42,
        raised: "RangeError: boom",
        cancelled: [true, true],
        busy: 1,
      },
    });
    expect(recorded.check().breaches).toEqual([]);
  });

  test("toThread calls in threads of the loop's own pool, and the loop turns meanwhile", async () => {
    const recorded = await threads.run("calls in threads", { gil });
    expect(recorded.outcome).toEqual({ how: "returned", value: { names: ["asyncio_0", "asyncio_1"], ticked: true } });
    expect(recorded.check().breaches).toEqual([]);
  });

  test("another thread has the loop run a coroutine: its result, its error, a timeout, a cancel", async () => {
    const recorded = await threads.run("serves a thread", { gil });
    expect(recorded.outcome).toEqual({
      how: "returned",
      value: ["42", "RangeError: boom", "TimeoutError: ", "true", "true"],
    });
    expect(recorded.check().breaches).toEqual([]);
  });

  test("who waits for several futures is told of one whose coroutine was cancelled", async () => {
    const recorded = await threads.run("waits for the cancelled", { gil });
    expect(recorded.outcome).toEqual({ how: "returned", value: [2, 0, [false, true]] });
  });
});

test("run says what CPython says inside a running loop and of what is no coroutine", patient, async () => {
  const recorded = await threads.run("runs a loop within a loop");
  expect(recorded.outcome).toEqual({
    how: "returned",
    value: [
      "RuntimeError: asyncio.run() cannot be called from a running event loop",
      "RuntimeError: asyncio.run() cannot be called from a running event loop",
    ],
  });
});

test(
  "a loop that is closed takes no coroutine any more, and whoever asks is told instead of left waiting",
  patient,
  async () => {
    const recorded = await threads.run("asks a closed loop");
    expect(recorded.outcome).toEqual({ how: "returned", value: "RuntimeError: Event loop is closed" });
  },
);

test("what asyncio warns of is on the console, on the lane of the loop's thread", patient, async () => {
  const recorded = await threads.run("warns of what it left");
  const warnings = recorded.of("output").filter(({ stream }) => stream === "stderr");
  expect(warnings.map((event) => [recorded.lane(event), event.text.split("\n")[0]])).toEqual([
    ["MainThread", "Exception in callback fail('in a callback')"],
    ["MainThread", "Task exception was never retrieved"],
    ["MainThread", "RuntimeWarning: coroutine 'soon' was never awaited"],
  ]);
});

test("a loop with nothing ready blocks its thread until its timer", patient, async () => {
  const recorded = await threads.run("has nobody to wait for");
  expect(recorded.outcome).toEqual({ how: "returned", value: 7 });
  const waited = recorded
    .of("wait")
    .filter((event) => recorded.lane(event) === "MainThread" && event.why === "message");
  expect(waited).toHaveLength(1);
});
