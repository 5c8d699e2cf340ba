// Programs that warn, return and throw what lessons do not: each is heard of, and each run ends.
import { beforeEach, expect, test } from "vitest";
import {
  blockingSleep,
  coroutine,
  createTask,
  getEventLoop,
  getRunningLoop,
  sleep,
} from "../../../../core/asyncio/index.ts";
import type { CoroutineMain } from "../../../../core/producers/coroutine-environment.ts";
import { CoroutineWorld } from "./coroutine-world.ts";

const forever = coroutine(function* forever() {
  yield* sleep(1_000_000);
});

/** Warned of for everything that Python warns of. */
const careless = coroutine(function* careless() {
  const loop = getRunningLoop();
  loop.setDebug(true);
  loop.slowCallbackDuration = 0.001;
  loop.callSoon(function broken() {
    throw new RangeError("in a callback");
  });
  createTask(refuse());
  forever();
  createTask(leaveOneMore());
  yield* sleep(0);
  blockingSleep(0.002);
});

const refuse = coroutine(function* refuse() {
  yield* sleep(0);
  throw new RangeError("in a task");
});

/** Leaves a task behind while its loop shuts down. */
const leaveOneMore = coroutine(function* leaveOneMore() {
  try {
    yield* sleep(100);
  } finally {
    createTask(forever());
  }
});

const cycle: unknown[] = [];
cycle.push(cycle);
const valuesOfAllKinds: Readonly<Record<string, unknown>> = {
  "a function": () => 42,
  "not a number": Number.NaN,
  "a bigint": 42n,
  "a cycle": cycle,
  "a symbol": Symbol("s"),
  nothing: undefined,
  "a getter that throws": Object.defineProperty({}, "x", {
    enumerable: true,
    get: () => {
      throw new TypeError("no");
    },
  }),
};

const programs: Readonly<Record<string, CoroutineMain>> = {
  careless: { main: async () => getEventLoop().runUntilComplete(careless()) },
  unprintable: { main: () => Promise.reject(Object.create(null)) },
  ...Object.fromEntries(Object.entries(valuesOfAllKinds).map(([name, value]) => [name, { main: async () => value }])),
};

let world: CoroutineWorld;
beforeEach(() => {
  world = new CoroutineWorld(programs);
});

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

test("coroutines write what asyncio warns of to the console, each on the lane that it is about", async () => {
  const run = world.begin("careless");
  await world.pass(100);
  expect(run.state).toMatchObject({ phase: "ended", dropped: 0 });
  expect(world.warnings()).toEqual([
    "event loop: Exception in callback broken()",
    "event loop: Executing <Task finished name='Task-1' coro=<careless()> result=None>",
    "event loop: Task exception was never retrieved",
    "event loop: Task was destroyed but it is pending!",
    "event loop: RuntimeWarning: coroutine 'forever' was never awaited",
  ]);
  const text = world.consoleText();
  for (const warning of world.warnings()) expect(text).toContain(warning.replace("event loop: ", ""));
});

test.each(Object.keys(valuesOfAllKinds))("coroutines end when the program returns %s", async (name) => {
  const run = world.begin(name);
  await world.pass(100);
  expect(run.phase).toBe("ended");
  expect(run.state.modes[0]?.outcome).toEqual({ how: "returned", value: expect.toSatisfy(isTextOrNull) });
});

test("coroutines end when the program throws what can't be printed", async () => {
  const run = world.begin("unprintable");
  await world.pass(100);
  expect(run.state.modes[0]?.outcome).toEqual({ how: "raised", error: "(a value that can't be printed)" });
});
