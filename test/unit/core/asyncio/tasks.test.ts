import { describe, expect, test } from "vitest";
import {
  allTasks,
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  Future,
  gather,
  getRunningLoop,
  InvalidStateError,
  sleep,
  Task,
} from "../../../../core/asyncio/index.ts";
import { VirtualEventLoop } from "../../../../core/asyncio/virtual-clock.ts";
import { onVirtualClock, thrownBy } from "./on-virtual-clock.ts";

const forever = coroutine(function* forever() {
  while (true) yield* sleep(10);
});

describe("cancelling a task", () => {
  test("a coroutine that catches the error and returns ends returned, and is not cancelled", () => {
    const ended = onVirtualClock(function* () {
      const spinner = createTask(
        coroutine(function* spin() {
          try {
            yield* sleep(100);
          } catch (error) {
            if (!(error instanceof CancelledError)) throw error;
          }
          return "stopped";
        })(),
      );
      yield* sleep(1);
      const asked = spinner.cancel();
      const value = yield* spinner;
      return [asked, value, spinner.cancelled()];
    });
    expect(ended).toEqual([true, "stopped", false]);
  });

  test("a coroutine that lets the error through ends cancelled, and its message reaches the first that awaits it", () => {
    const ended = onVirtualClock(function* () {
      const task = createTask(forever());
      yield* sleep(1);
      task.cancel("enough");
      const messages: unknown[] = [];
      for (let time = 0; time < 2; time++) {
        try {
          yield* task;
        } catch (error) {
          messages.push(error instanceof CancelledError ? (error.msg ?? null) : error);
        }
      }
      return [task.cancelled(), ...messages];
    });
    expect(ended).toEqual([true, "enough", null]);
  });

  test("before its first step it never runs", () => {
    const ran = onVirtualClock(function* () {
      let began = false;
      const task = createTask(
        coroutine(function* never() {
          began = true;
          yield* sleep(0);
        })(),
      );
      task.cancel();
      yield* gather([task], { returnExceptions: true });
      return [began, task.cancelled()];
    });
    expect(ran).toEqual([false, true]);
  });

  test("cancelling oneself and returning at once still ends cancelled, and the value is lost", () => {
    const cancelled = onVirtualClock(function* () {
      const task: Task<number> = createTask(
        coroutine(function* self() {
          currentTask()?.cancel();
          return 1;
        })(),
      );
      yield* gather([task], { returnExceptions: true });
      return task.cancelled();
    });
    expect(cancelled).toBe(true);
  });

  test("a done task cannot be cancelled; requests are counted and taken back", () => {
    const counts = onVirtualClock(function* () {
      const task = createTask(forever());
      yield* sleep(1);
      task.cancel();
      task.cancel();
      const asked = [task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel()];
      yield* gather([task], { returnExceptions: true });
      return [...asked, task.cancel()];
    });
    expect(counts).toEqual([2, 1, 0, 0, false]);
  });
});

describe("a task", () => {
  test("is a future whose outcome is its coroutine's alone", () => {
    onVirtualClock(function* () {
      const task = createTask(forever());
      expect(task).toBeInstanceOf(Future);
      expect(() => task.setException(new Error("x"))).toThrow("Task does not support set_exception operation");
      expect(thrownBy(() => task.result())).toBeInstanceOf(InvalidStateError);
      task.cancel();
      yield* gather([task], { returnExceptions: true });
    });
  });

  test("is named by number, each loop from 1, unless it is given a name", () => {
    const names = () =>
      onVirtualClock(function* (loop) {
        const one = loop.createTask(forever());
        const two = loop.createTask(forever(), { name: "two" });
        const three = loop.createTask(forever());
        const given = [currentTask(), one, two, three].map((task) => task?.getName());
        two.setName("zwei");
        yield* sleep(0);
        return [...given, two.getName()];
      });
    expect(names()).toEqual(["Task-1", "Task-2", "two", "Task-3", "zwei"]);
    expect(names()).toEqual(["Task-1", "Task-2", "two", "Task-3", "zwei"]);
  });

  test("is among all tasks, oldest first, until it is done", () => {
    const names = onVirtualClock(function* () {
      const one = createTask(sleep(1));
      createTask(forever());
      const before = allTasks().map((task) => task.getName());
      yield* one;
      return [before, allTasks().map((task) => task.getName())];
    });
    expect(names).toEqual([
      ["Task-1", "Task-2", "Task-3"],
      ["Task-1", "Task-3"],
    ]);
  });

  test("awaiting itself, or a future of another loop, is a RuntimeError in it", () => {
    const other = new VirtualEventLoop();
    const messages = onVirtualClock(function* () {
      const self: { task?: Task<void> } = {};
      const failures: string[] = [];
      const awaiting = coroutine(function* awaiting(what: () => Future<unknown> | undefined) {
        try {
          const awaited = what();
          if (awaited !== undefined) yield* awaited;
        } catch (error) {
          failures.push(String(error));
        }
      });
      self.task = createTask(awaiting(() => self.task));
      yield* self.task;
      yield* createTask(awaiting(() => other.createFuture()));
      return failures;
    });
    expect(messages[0]).toMatch(/^RuntimeError: Task cannot await on itself: <Task pending name='Task-2'/);
    expect(messages[1]).toMatch(
      /^RuntimeError: Task <Task pending name='Task-3' .*> got Future <Future pending> attached to a different loop$/,
    );
    other.close();
  });

  test("what a coroutine throws is the task's exception, whatever it is", () => {
    const outcomes = onVirtualClock(function* () {
      const throwing = coroutine(function* throwing(value: unknown) {
        yield* sleep(0);
        throw value;
      });
      return yield* gather([throwing(new RangeError("x")), throwing(5), throwing(null)], { returnExceptions: true });
    });
    expect(outcomes.map(String)).toEqual(["RangeError: x", "5", "null"]);
  });

  test("the class of tasks is the loop's task factory's choice", () => {
    class Numbered<Result> extends Task<Result> {}
    const made = onVirtualClock(function* () {
      getRunningLoop().setTaskFactory((loop, driven, name) => new Numbered(driven, loop, name));
      const task = createTask(sleep(0, "value"));
      return [task instanceof Numbered, yield* task, String(task).split(" ")[0]];
    });
    expect(made).toEqual([true, "value", "<Numbered"]);
  });
});
