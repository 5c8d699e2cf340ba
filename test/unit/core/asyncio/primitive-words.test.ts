// The words of locks, queues and waits: CPython 3.11's errors, names of coroutines and texts, to the letter.
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
