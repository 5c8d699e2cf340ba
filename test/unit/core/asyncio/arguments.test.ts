// What CPython 3.11 says of arguments that are none, each text as it says it; no coroutine runs on the way.
import { describe, expect, test } from "vitest";
import { isAwaitable } from "../../../../core/asyncio/coroutine.ts";
import {
  asCompleted,
  coroutine,
  createTask,
  ensureFuture,
  gather,
  getRunningLoop,
  run,
  shield,
  sleep,
  TaskGroup,
  wait,
  waitFor,
} from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { onVirtualClock } from "./on-virtual-clock.ts";

let ran = 0;
const body = coroutine(function* body() {
  ran += 1;
  yield* sleep(0);
});

function* plain(): Generator<unknown, void, unknown> {
  ran += 1;
  yield* sleep(0);
}

/** What awaiting what `make` gives raises, or making it; and whether a coroutine among its arguments ran. */
function raisedBy(make: () => unknown): string {
  ran = 0;
  return onVirtualClock(function* () {
    let raised = "nothing";
    try {
      const made = make();
      if (isAwaitable(made)) yield* made;
    } catch (error) {
      raised = String(error);
    }
    yield* sleep(5);
    return ran === 0 ? raised : `${raised}, and a body ran`;
  });
}

/** Calls a function with what its types refuse. */
function calling(callee: (...args: never[]) => unknown, ...args: readonly unknown[]): () => unknown {
  return () =>
    Reflect.apply(
      callee,
      undefined,
      args.map((arg) => (typeof arg === "function" ? arg() : arg)),
    );
}

const task = () => createTask(coroutine(function* rest() {})());
const future = () => getRunningLoop().createFuture<null>();
const none = "An asyncio.Future, a coroutine or an awaitable is required";

describe("one awaitable where several are expected", () => {
  test.each([
    ["wait of a task", calling(wait, task), "TypeError: expect a list of futures, not Task"],
    ["wait of a future", calling(wait, future), "TypeError: expect a list of futures, not Future"],
    ["wait of a coroutine", calling(wait, body), "TypeError: expect a list of futures, not coroutine"],
    ["wait of a sleep", calling(wait, () => sleep(1)), "TypeError: expect a list of futures, not coroutine"],
    ["wait of a generator", calling(wait, plain), "TypeError: expect a list of futures, not generator"],
    [
      "wait of a gather",
      calling(wait, () => gather([task()])),
      "TypeError: expect a list of futures, not _GatheringFuture",
    ],
    ["asCompleted of a task", calling(asCompleted, task), "TypeError: expect an iterable of futures, not Task"],
    [
      "asCompleted of a coroutine",
      calling(asCompleted, body),
      "TypeError: expect an iterable of futures, not coroutine",
    ],
    ["gather of a task", calling(gather, task), "TypeError: expect a list of awaitables, not Task"],
    ["gather of a coroutine", calling(gather, body), "TypeError: expect a list of awaitables, not coroutine"],
  ])("%s", (_, make, error) => {
    expect(raisedBy(make)).toBe(error);
  });
});

describe("what is no awaitable, among others or alone", () => {
  test.each([
    ["wait of a number", calling(wait, 5), "TypeError: 'int' object is not iterable"],
    ["wait of nothing", calling(wait, undefined), "TypeError: 'NoneType' object is not iterable"],
    ["wait of no futures", calling(wait, []), "ValueError: Set of Tasks/Futures is empty."],
    [
      "wait of no futures for what is no condition",
      calling(wait, [], { returnWhen: "ANY" }),
      "ValueError: Set of Tasks/Futures is empty.",
    ],
    [
      "wait of coroutines",
      () => calling(wait, [body()])(),
      "TypeError: Passing coroutines is forbidden, use tasks explicitly.",
    ],
    [
      "wait of a task and a coroutine",
      () => calling(wait, [task(), body()])(),
      "TypeError: Passing coroutines is forbidden, use tasks explicitly.",
    ],
    [
      "wait for what is no condition",
      () => calling(wait, [task()], { returnWhen: "ANY" })(),
      "ValueError: Invalid return_when value: ANY",
    ],
    [
      "wait of coroutines for what is no condition",
      () => calling(wait, [body()], { returnWhen: "ANY" })(),
      "ValueError: Invalid return_when value: ANY",
    ],
    ["asCompleted of a number", calling(asCompleted, 5), "TypeError: 'int' object is not iterable"],
    ["asCompleted of numbers", calling(asCompleted, [5]), `TypeError: ${none}`],
    ["gather of numbers", calling(gather, [5]), `TypeError: ${none}`],
    ["gather of a list of lists", () => calling(gather, [[body()]])(), `TypeError: ${none}`],
    ["gather of a set in a list", () => calling(gather, [new Set([body()])])(), `TypeError: ${none}`],
    ["shield of a number", calling(shield, 5), `TypeError: ${none}`],
    ["shield of a list", () => calling(shield, [body()])(), `TypeError: ${none}`],
    ["ensureFuture of a list", () => calling(ensureFuture, [body()])(), `TypeError: ${none}`],
    ["ensureFuture of a text", calling(ensureFuture, "text"), `TypeError: ${none}`],
    ["waitFor of a number", calling(waitFor, 5, 1), `TypeError: ${none}`],
    ["waitFor of a list, at once", () => calling(waitFor, [body()], 0)(), `TypeError: ${none}`],
    [
      "waitFor of a list without a limit",
      () => calling(waitFor, [body()], null)(),
      "TypeError: object list can't be used in 'await' expression",
    ],
    ["createTask of a number", calling(createTask, 5), "TypeError: a coroutine was expected, got 5"],
    [
      "createTask of a future",
      calling(createTask, future),
      "TypeError: a coroutine was expected, got <Future pending>",
    ],
    ["createTask of a list", () => calling(createTask, [1])(), "TypeError: a coroutine was expected, got [1]"],
    ["run within a loop", calling(run, 5), "RuntimeError: asyncio.run() cannot be called from a running event loop"],
  ])("%s", (_, make, error) => {
    expect(raisedBy(make)).toBe(error);
  });

  test("a task group's createTask of a future, which it then does not wait for", () => {
    const raised = onVirtualClock(function* (loop) {
      const group = new TaskGroup();
      yield* group.enter();
      try {
        Reflect.apply(group.createTask, group, [loop.createFuture()]);
      } catch (error) {
        yield* group.exit(null);
        return String(error);
      }
      return "nothing";
    });
    expect(raised).toBe("TypeError: a coroutine was expected, got <Future pending>");
  });

  test("runUntilComplete of a number", () => {
    const loop = new VirtualEventLoop();
    expect(() => Reflect.apply(loop.runUntilComplete, loop, [5])).toThrow(none);
    loop.close();
  });
});

test("gather of futures of two loops is a ValueError, wherever the second stands", () => {
  const other = new VirtualEventLoop();
  const foreign = other.createFuture<null>();
  const error = "ValueError: The future belongs to a different loop than the one specified as the loop argument";
  expect(raisedBy(() => gather([getRunningLoop().createFuture(), foreign]))).toBe(error);
  other.close();
});

test("wait goes through its futures when it is awaited, and counts each once", () => {
  const sizes = onVirtualClock(function* (loop) {
    const [one, two] = [loop.createFuture<null>(), loop.createFuture<null>()];
    const given = [one, one];
    const waiting = wait(given);
    given.push(two);
    one.setResult(null);
    two.setResult(null);
    const { done, pending } = yield* waiting;
    return [done.size, pending.size];
  });
  expect(sizes).toEqual([2, 0]);
});
