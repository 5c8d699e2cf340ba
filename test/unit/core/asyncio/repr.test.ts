import { describe, expect, test } from "vitest";
import {
  asyncWith,
  coroutine,
  createTask,
  Event,
  type Future,
  gather,
  getRunningLoop,
  Lock,
  Queue,
  shield,
  sleep,
  TaskGroup,
  timeout,
} from "../../../../core/asyncio/index.ts";
import { $code, $define, $enter, $line } from "../../../../core/programs/mark.ts";
import { onVirtualClock } from "./on-virtual-clock.ts";

/** As the line transform makes it of a function on line 1 whose first statement is on line 2. */
const spinCode = $code("spin", "spinner.ts", 1, true);
const spin = coroutine(
  $define(spinCode, function* spin(delay: number) {
    const frame = $enter(spinCode);
    $line(frame, 2);
    yield* sleep(delay);
    $line(frame, 3);
    return 42;
  }),
);
const leaf = coroutine(function* leaf(future: Future<unknown>) {
  return yield* future;
});
const boom = coroutine(function* boom() {
  yield* sleep(0);
  throw new RangeError("boom");
});

/** What CPython 3.11.7 printed for the same program, but for file names, lines and addresses. */
describe("a task prints itself as in Python 3.11", () => {
  test("before its first step with the line of its definition, then with the line it is suspended at", () => {
    const printed = onVirtualClock(function* () {
      const task = createTask(spin(1));
      const before = String(task);
      yield* sleep(0);
      const during = String(task);
      yield* task;
      return [before, during, String(task)];
    });
    expect(printed).toEqual([
      "<Task pending name='Task-2' coro=<spin() running at spinner.ts:1>>",
      "<Task pending name='Task-2' coro=<spin() running at spinner.ts:2> wait_for=<Future pending cb=[Task.task_wakeup()]>>",
      "<Task finished name='Task-2' coro=<spin() done, defined at spinner.ts:1> result=42>",
    ]);
  });

  test("with its callbacks, the middle ones only counted", () => {
    const printed = onVirtualClock(function* () {
      const task = createTask(spin(1));
      const first = $define($code("first", "spinner.ts", 8, false), () => {});
      task.addDoneCallback(first);
      const one = String(task);
      task.addDoneCallback(() => {});
      task.addDoneCallback(function last() {});
      return [one, String(task)];
    });
    expect(printed).toEqual([
      "<Task pending name='Task-2' coro=<spin() running at spinner.ts:1> cb=[first() at spinner.ts:8]>",
      "<Task pending name='Task-2' coro=<spin() running at spinner.ts:1> cb=[first() at spinner.ts:8, <1 more>, last()]>",
    ]);
  });

  test("cancelling while the request is on its way, cancelled when it has ended of it", () => {
    const printed = onVirtualClock(function* () {
      const task = createTask(leaf(getRunningLoop().createFuture()));
      yield* sleep(0);
      task.cancel("m");
      const during = String(task);
      yield* sleep(0);
      return [during, String(task)];
    });
    expect(printed).toEqual([
      "<Task cancelling name='Task-2' coro=<leaf()> wait_for=<Future cancelled>>",
      "<Task cancelled name='Task-2' coro=<leaf()>>",
    ]);
  });

  test("with its exception, and under the name that it was given", () => {
    const printed = onVirtualClock(function* () {
      const task = getRunningLoop().createTask(boom(), { name: "bob" });
      yield* sleep(0);
      yield* sleep(0);
      task.exception();
      return String(task);
    });
    expect(printed).toBe("<Task finished name='bob' coro=<boom()> exception=RangeError('boom')>");
  });

  test("two tasks that wait for each other print the cycle once", () => {
    const printed = onVirtualClock(function* () {
      const turnOf: { other?: Future<unknown> } = {};
      const wait = coroutine(function* wait() {
        yield* sleep(0);
        if (turnOf.other !== undefined) yield* turnOf.other;
      });
      const one = createTask(wait());
      turnOf.other = createTask(leaf(one));
      yield* sleep(0);
      yield* sleep(0);
      return String(one);
    });
    expect(printed).toContain("wait_for=<Task pending name='Task-3' coro=<leaf()> wait_for=...");
  });
});

describe("a future prints its state and its outcome", () => {
  test("pending, finished, cancelled, failed; a long result is cut", () => {
    const printed = onVirtualClock(function* () {
      const loop = getRunningLoop();
      const make = () => loop.createFuture<unknown>();
      const [pending, result, long, failed, cancelled] = [make(), make(), make(), make(), make()];
      result.setResult(42);
      long.setResult([1, 2, 3, 4, 5, 6, 7]);
      failed.setException(new RangeError("x"));
      failed.exception();
      cancelled.cancel();
      yield* sleep(0);
      return [pending, result, long, failed, cancelled].map(String);
    });
    expect(printed).toEqual([
      "<Future pending>",
      "<Future finished result=42>",
      "<Future finished result=[1, 2, 3, 4, 5, 6, ...]>",
      "<Future finished exception=RangeError('x')>",
      "<Future cancelled>",
    ]);
  });

  test("gather and shield are futures of their own kinds", () => {
    const printed = onVirtualClock(function* () {
      const gathered = gather([spin(0)]);
      const shielded = shield(spin(0));
      const text = [String(gathered), String(shielded)];
      yield* gathered;
      yield* shielded;
      return text;
    });
    expect(printed[0]).toBe("<_GatheringFuture pending>");
    expect(printed[1]).toMatch(/^<Future pending cb=\[outerDone\(\)\]>$/);
  });
});

describe("everything else", () => {
  test("coroutines and sleeps, with an address that does not change", () => {
    const idle = spin(1);
    const text = String(idle);
    expect(text).toMatch(/^<coroutine object spin at 0x7f[0-9a-f]{10}>$/);
    expect(String(idle)).toBe(text);
    expect(String(sleep(1))).toMatch(/^<coroutine object sleep at 0x7f[0-9a-f]{10}>$/);
    idle.close();
  });

  test("handles, timers, loops, locks, events, queues, timeouts, groups", () => {
    const printed = onVirtualClock(function* (loop) {
      const named = $define($code("cbk", "spinner.ts", 8, false), (..._args: number[]) => {});
      const handle = loop.callSoon(named, 1, 2);
      const timer = loop.callLater(5, named, 3);
      const lock = new Lock();
      const event = new Event();
      const queue = new Queue<number>(2);
      const texts = [handle, timer, lock, event, queue].map(String);
      handle.cancel();
      timer.cancel();
      yield* lock.acquire();
      createTask(lock.acquire());
      event.set();
      queue.putNowait(1);
      yield* sleep(0);
      const limit = timeout(5);
      const created = String(limit);
      const active = yield* asyncWith(limit, function* (entered) {
        yield* sleep(0);
        return String(entered);
      });
      const group = new TaskGroup();
      const running = yield* asyncWith(group, function* (entered) {
        entered.createTask(spin(0));
        yield* sleep(0);
        return String(entered);
      });
      return [...texts, handle, timer, lock, event, queue, created, active, limit, running, loop].map(String);
    });
    const addresses = /0x[0-9a-f]+/g;
    expect(printed.map((text) => text.replaceAll(addresses, "0x…"))).toEqual([
      "<Handle cbk(1, 2) at spinner.ts:8>",
      "<TimerHandle when=5 cbk(3) at spinner.ts:8>",
      "<asyncio.locks.Lock object at 0x… [unlocked]>",
      "<asyncio.locks.Event object at 0x… [unset]>",
      "<Queue maxsize=2>",
      "<Handle cancelled>",
      "<TimerHandle cancelled when=5>",
      "<asyncio.locks.Lock object at 0x… [locked, waiters:1]>",
      "<asyncio.locks.Event object at 0x… [set]>",
      "<Queue maxsize=2 _queue=[1] tasks=1>",
      "<Timeout [created]>",
      "<Timeout [active] when=5>",
      "<Timeout [finished]>",
      "<TaskGroup tasks=1 entered>",
      "<VirtualEventLoop running=True closed=False debug=False>",
    ]);
  });
});
