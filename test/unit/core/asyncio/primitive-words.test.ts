// The words of locks, queues, groups and limits: CPython 3.11's errors, names of coroutines and texts, to the letter.
import { describe, expect, test } from "vitest";
import {
  asCompleted,
  Barrier,
  BoundedSemaphore,
  Condition,
  coroutine,
  createTask,
  Event,
  Lock,
  PriorityQueue,
  Queue,
  QueueEmpty,
  QueueFull,
  Semaphore,
  sleep,
  TaskGroup,
  timeout,
  timeoutAt,
  toThread,
  wait,
  waitFor,
} from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

/** What awaiting `make()` raises, as text. */
function raised(make: () => Iterable<unknown>): string {
  return onVirtualClock(function* () {
    try {
      yield* make();
    } catch (error) {
      return String(error);
    }
    return "nothing";
  });
}

const nothing = coroutine(function* nothing() {});

test.each([
  ["RuntimeError: Lock is not acquired.", () => new Lock().release()],
  ["RuntimeError: cannot notify on un-acquired lock", () => new Condition().notify()],
  ["RuntimeError: cannot notify on un-acquired lock", () => new Condition().notifyAll()],
  ["ValueError: Semaphore initial value must be >= 0", () => new Semaphore(-1)],
  ["ValueError: BoundedSemaphore released too many times", () => new BoundedSemaphore().release()],
  ["ValueError: parties must be > 0", () => new Barrier(0)],
  ["ValueError: task_done() called too many times", () => new Queue().taskDone()],
  ["RuntimeError: Timeout has not been entered", () => timeoutAt(null).reschedule(1)],
  ["RuntimeError: TaskGroup <TaskGroup> has not been entered", () => new TaskGroup().createTask(nothing())],
  ["QueueEmpty", () => new Queue().getNowait()],
  [
    "QueueFull",
    () => {
      const queue = new Queue(1);
      queue.putNowait(1);
      queue.putNowait(2);
    },
  ],
])("%s", (words, action) => {
  expect(String(thrownBy(action))).toBe(words);
});

test("errors of queues are told apart by their classes, too", () => {
  expect([new QueueEmpty().name, new QueueFull().name]).toEqual(["QueueEmpty", "QueueFull"]);
});

describe("a coroutine of a primitive", () => {
  test("has the name that Python gives it", () => {
    const [lock, condition, semaphore, event] = [new Lock(), new Condition(), new Semaphore(), new Event()];
    const [barrier, queue] = [new Barrier(1), new Queue<number>()];
    const all = [
      lock.acquire(),
      condition.wait(),
      condition.waitFor(() => true),
      condition.acquire(),
      semaphore.acquire(),
      event.wait(),
      barrier.wait(),
      barrier.reset(),
      barrier.abort(),
      queue.get(),
      queue.put(1),
      queue.join(),
      new PriorityQueue<number>().get(),
      sleep(1),
      wait([]),
      waitFor(nothing(), 1),
      toThread(() => 1),
    ];
    expect(all.map(({ name }) => name)).toEqual([
      "Lock.acquire",
      "Condition.wait",
      "Condition.wait_for",
      "Lock.acquire",
      "Semaphore.acquire",
      "Event.wait",
      "Barrier.wait",
      "Barrier.reset",
      "Barrier.abort",
      "Queue.get",
      "Queue.put",
      "Queue.join",
      "Queue.get",
      "sleep",
      "wait",
      "waitFor",
      "toThread",
    ]);
    for (const each of all) each.close();
    new VirtualEventLoop().close();
  });

  test("asCompleted's has the name of the function in it", () => {
    const name = onVirtualClock(function* () {
      const [first] = [...asCompleted([nothing()])];
      const name = first?.name;
      if (first !== undefined) yield* first;
      return name;
    });
    expect(name).toBe("as_completed.<locals>._wait_for_one");
  });
});

test("waiting on a condition whose lock is free", () => {
  expect(raised(() => new Condition().wait())).toBe("RuntimeError: cannot wait on un-acquired lock");
});

test("a barrier that was aborted, and one that is reset under who waits", () => {
  const aborted = raised(function* () {
    const barrier = new Barrier(2);
    yield* barrier.abort();
    yield* barrier.wait();
  });
  const reset = raised(function* () {
    const barrier = new Barrier(2);
    const waiting = createTask(barrier.wait());
    yield* sleep(1);
    yield* barrier.reset();
    yield* waiting;
  });
  expect([aborted, reset]).toEqual([
    "BrokenBarrierError: Barrier aborted",
    "BrokenBarrierError: Abort or reset of barrier",
  ]);
});

test("a primitive that two loops wait on", () => {
  const lock = new Lock();
  const holding = function* () {
    yield* lock.acquire();
    createTask(lock.acquire());
    yield* sleep(1);
    lock.release();
    yield* sleep(1);
  };
  onVirtualClock(holding);
  expect(raised(() => lock.acquire())).toMatch(
    /^RuntimeError: <asyncio\.locks\.Lock object at 0x[0-9a-f]+ \[locked\]> is bound to a different event loop$/,
  );
});

test("a task group in each of its states", () => {
  const group = new TaskGroup();
  const words = onVirtualClock(function* () {
    const words = [String(group)];
    yield* group.enter();
    words.push(
      String(group),
      raisedNow(() => drain(group.enter())),
    );
    const slow = group.createTask(coroutine(() => sleeping(2))(), { name: "slow" });
    words.push(String(group), slow.getName());
    try {
      yield* group.exit({ error: new RangeError("body") });
    } catch (error) {
      words.push(String(error));
    }
    words.push(
      String(group),
      raisedNow(() => group.createTask(nothing())),
    );
    return words;
  });
  expect(words).toEqual([
    "<TaskGroup>",
    "<TaskGroup entered>",
    "RuntimeError: TaskGroup <TaskGroup entered> has already been entered",
    "<TaskGroup tasks=1 entered>",
    "slow",
    "ExceptionGroup('unhandled errors in a TaskGroup', [RangeError('body')])",
    "<TaskGroup cancelling>",
    "RuntimeError: TaskGroup <TaskGroup cancelling> is finished",
  ]);
});

function* sleeping(time: number): Generator<unknown, void, unknown> {
  yield* sleep(time);
}

function raisedNow(action: () => unknown): string {
  return String(thrownBy(action));
}

function drain(steps: Iterable<unknown>): void {
  for (const _ of steps);
}

test("a task group that aborts takes no task, one that nobody entered has no end, and none works outside a task", () => {
  const group = new TaskGroup();
  const words = onVirtualClock(function* (loop) {
    yield* group.enter();
    const failing = group.createTask(
      coroutine(function* failing() {
        yield* sleep(1);
        throw new RangeError("child");
      })(),
    );
    group.createTask(coroutine(() => stubborn())());
    const words: string[] = [];
    try {
      yield* sleep(5);
    } catch {
      words.push(raisedNow(() => group.createTask(nothing())));
    }
    try {
      yield* group.exit(null);
    } catch (error) {
      words.push(String(error));
    }
    words.push(
      String(failing.failed()),
      raisedNow(() => drain(new TaskGroup().exit(null))),
    );
    loop.callSoon(() => words.push(raisedNow(() => drain(new TaskGroup().enter()))));
    loop.callSoon(() => words.push(raisedNow(() => drain(timeout(1).enter()))));
    yield* sleep(1);
    return words;
  });
  expect(words).toEqual([
    "RuntimeError: TaskGroup <TaskGroup tasks=1 errors=1 cancelling> is shutting down",
    "ExceptionGroup('unhandled errors in a TaskGroup', [RangeError('child')])",
    "true",
    "RuntimeError: TaskGroup <TaskGroup> has not been entered",
    "RuntimeError: TaskGroup <TaskGroup> cannot determine the parent task",
    "RuntimeError: Timeout should be used inside a task",
  ]);
});

function* stubborn(): Generator<unknown, void, unknown> {
  try {
    yield* sleep(9);
  } finally {
    yield* sleep(1);
  }
}

test("a child that fails after the group's parent has ended goes to the exception handler", () => {
  const told = onVirtualClock(function* (loop) {
    const messages: string[] = [];
    loop.setExceptionHandler((_, { message, exception }) => messages.push(`${message}: ${exception}`));
    const group = new TaskGroup();
    const parent = createTask(
      coroutine(function* parent() {
        yield* group.enter();
        group.createTask(
          coroutine(function* child() {
            yield* sleep(1);
            throw new RangeError("late");
          })(),
          { name: "child" },
        );
      })(),
      { name: "parent" },
    );
    yield* parent;
    yield* sleep(2);
    loop.setExceptionHandler(null);
    return messages;
  });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(
    /^Task <Task finished name='child' .*> has errored out but its parent task <Task finished name='parent' .*> is already completed: RangeError: late$/,
  );
});

test("a limit in each of its states, to three places", () => {
  const words = onVirtualClock(function* () {
    const limit = timeoutAt(7.123_46);
    const words = [String(limit), limit.when()];
    yield* limit.enter();
    words.push(
      String(limit),
      raisedNow(() => drain(limit.enter())),
    );
    limit.reschedule(null);
    words.push(String(limit), limit.when());
    yield* limit.exit(null);
    words.push(
      String(limit),
      raisedNow(() => limit.reschedule(1)),
    );
    return words;
  });
  expect(words).toEqual([
    "<Timeout [created]>",
    7.123_46,
    "<Timeout [active] when=7.123>",
    "RuntimeError: Timeout has already been entered",
    "<Timeout [active] when=None>",
    null,
    "<Timeout [finished]>",
    "RuntimeError: Cannot change state of finished Timeout",
  ]);
});
