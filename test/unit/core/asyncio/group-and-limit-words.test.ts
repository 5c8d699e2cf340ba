// The words of task groups and time limits in each of their states: CPython 3.11's, to the letter.
import { expect, test } from "vitest";
import { coroutine, createTask, sleep, TaskGroup, timeout, timeoutAt } from "../../../../core/asyncio/index.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

const nothing = coroutine(function* nothing() {});

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
