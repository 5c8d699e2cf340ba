// Functions that coroutines of another process have called: a thread host with real threads and no program of its own.
import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeArguments } from "../../../../core/threading/arguments.ts";
import { patient } from "../../../support/threads/patient.ts";
import { buildTestWorker, RealThreads } from "../../../support/threads/real-threads.ts";

let threads: RealThreads;
beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/served-calls"));
}, 60_000);
afterAll(() => threads.close());

const call = (number: number, target: string, ...args: readonly unknown[]) => ({
  call: number,
  target,
  args: encodeArguments(args),
});

test("each is called in a thread of its own, and what it returns or throws comes back", patient, async () => {
  const calls = [call(1, "slowly", 42, 0.2), call(2, "fail", "boom"), call(3, "myName"), call(4, "myName")];
  const answers = await threads.serve("awaits a pool", calls);
  const byCall = new Map(answers.map(({ call: number, run, ...answer }) => [number, answer]));
  expect(byCall.get(1)).toEqual({ how: "returned", value: 42 });
  expect(byCall.get(2)).toEqual({ how: "raised", error: "RangeError: boom" });
  expect([byCall.get(3)?.value, byCall.get(4)?.value]).toEqual(["asyncio_2", "asyncio_3"]);
});

test("what can't be called is said: no such function, no plain data, a worker that died", patient, async () => {
  const answers = await threads.serve("many", [
    call(1, "nowhere"),
    { call: 2, target: "echo", args: '[["shared","Lock",8]]' },
    { call: 3, target: "echo", args: "no list" },
    call(4, "die"),
  ]);
  const errors = new Map(answers.map(({ call: number, error }) => [number, error]));
  expect(errors.get(1)).toMatch(/^TypeError: "many" exports no function "nowhere"/);
  expect(errors.get(2)).toMatch(/^TypeError: a thread's arguments hold \["shared"/);
  expect(errors.get(3)).toMatch(/^SyntaxError: /);
  expect(errors.get(4)).toMatch(/^RuntimeError: its worker thread died/);
});

test("one whose own program has ended still serves, until it is told to finish", patient, async () => {
  const answers = await threads.serve("has nobody to wait for", [call(1, "slowly", 42, 0.05)], true);
  expect(answers).toMatchObject([{ call: 1, how: "returned", value: 42 }]);
});
