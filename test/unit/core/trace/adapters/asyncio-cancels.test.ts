import { describe, expect, test } from "vitest";
import { coroutine, createTask, gather, shield, sleep, type Task } from "../../../../../core/asyncio/index.ts";
import { forever, of, RecordedLoop, recordOn, unit } from "./recorded-loop.ts";

describe("a cancel", () => {
  test("that a task obeys by returning is requested and delivered, and refused by nobody", () => {
    const { events } = recordOn(new RecordedLoop(unit.second), function* main() {
      const task = createTask(
        coroutine(function* spin() {
          try {
            yield* sleep(10);
          } catch {}
        })(),
      );
      yield* sleep(1);
      task.cancel();
      yield* task;
    });
    const [request] = of("cancel.requested", events);
    expect(of("cancel.delivered", events)).toMatchObject([{ id: request?.id, lane: request?.target }]);
    expect(of("cancel.refused", events)).toEqual([]);
    expect(of("lane.ended", events)).toMatchObject([{ how: "returned" }, { how: "returned" }, { how: "returned" }]);
  });

  test("is refused when the task suspends again and then returns, and that is written at its end", () => {
    const { events } = recordOn(new RecordedLoop(unit.second), function* main() {
      const task = createTask(
        coroutine(function* stubborn() {
          try {
            yield* sleep(10);
          } catch {
            yield* sleep(5);
          }
        })(),
      );
      yield* sleep(1);
      task.cancel();
      yield* task;
    });
    const [request] = of("cancel.requested", events);
    const [refused] = of("cancel.refused", events);
    expect(refused).toMatchObject({ id: request?.id, lane: request?.target, t: 6_000_000 });
    const end = of("lane.ended", events).find((event) => event.lane === request?.target);
    expect(end?.s).toBe((refused?.s ?? 0) + 1);
  });

  test("is refused when the task suspends again and then takes it back", () => {
    const { events } = recordOn(new RecordedLoop(unit.second), function* main() {
      const tasks: Task<unknown>[] = [];
      const task = createTask(
        coroutine(function* taking() {
          try {
            yield* sleep(10);
          } catch {
            yield* sleep(5);
            tasks[0]?.uncancel();
            yield* sleep(5);
          }
        })(),
      );
      tasks.push(task);
      yield* sleep(1);
      task.cancel();
      yield* task;
    });
    expect(of("cancel.refused", events)).toMatchObject([{ t: 6_000_000 }]);
  });

  test("of two requests before the next step the first is delivered", () => {
    const { events } = recordOn(new RecordedLoop(unit.second), function* main() {
      const task = createTask(forever());
      yield* sleep(0.5);
      task.cancel();
      task.cancel();
      yield* gather([task], { returnExceptions: true });
    });
    const [first, second] = of("cancel.requested", events);
    expect(second?.target).toBe(first?.target);
    expect(of("cancel.delivered", events).map((event) => event.id)).toEqual([first?.id]);
  });

  test("that travels on is a request of its own with its cause, and comes back as the outer one's delivery", () => {
    const { events, lane } = recordOn(new RecordedLoop(unit.second), function* main() {
      const inner = createTask(forever());
      const outer = createTask(
        coroutine(function* outer() {
          yield* inner;
        })(),
      );
      yield* sleep(0.5);
      outer.cancel();
      yield* gather([outer], { returnExceptions: true });
    });
    const [asked, passed] = of("cancel.requested", events);
    expect(asked).toMatchObject({ target: lane("Task-3 (outer)"), lane: lane("Task-1 (main)") });
    expect(passed).toMatchObject({ target: lane("Task-2 (forever)"), cause: asked?.id });
    expect(of("cancel.delivered", events).map((event) => ({ lane: event.lane, id: event.id }))).toEqual([
      { lane: lane("Task-2 (forever)"), id: passed?.id },
      { lane: lane("Task-3 (outer)"), id: asked?.id },
    ]);
  });

  test("that what the task awaited has swallowed is delivered to nobody, also not later", () => {
    const { events, lane } = recordOn(new RecordedLoop(unit.second), function* main() {
      const inner = createTask(
        coroutine(function* swallowing() {
          try {
            yield* sleep(10);
          } catch {}
        })(),
      );
      const outer = createTask(
        coroutine(function* outer() {
          yield* inner;
          yield* sleep(1);
        })(),
      );
      yield* sleep(0.5);
      outer.cancel();
      yield* outer;
    });
    expect(of("cancel.delivered", events).map((event) => event.lane)).toEqual([lane("Task-2 (swallowing)")]);
    expect(of("cancel.refused", events)).toEqual([]);
  });

  test("that reaches a task through what it awaits has that one's end as its cause", () => {
    const { events, lane } = recordOn(new RecordedLoop(unit.second), function* main() {
      const inner = createTask(forever());
      const waiting = createTask(
        coroutine(function* waiting() {
          yield* inner;
        })(),
      );
      const late = coroutine(function* late() {
        yield* inner;
      });
      yield* sleep(0.5);
      inner.cancel();
      yield* gather([waiting], { returnExceptions: true });
      yield* gather([late()], { returnExceptions: true });
    });
    const end = of("lane.ended", events).find((event) => event.lane === lane("Task-2 (forever)"));
    const through = of("cancel.delivered", events).filter((event) => event.cause !== undefined);
    expect(through.map((event) => ({ lane: event.lane, cause: event.cause }))).toEqual([
      { lane: lane("Task-3 (waiting)"), cause: [1, end?.s] },
      { lane: lane("Task-4 (late)"), cause: [1, end?.s] },
    ]);
  });

  test("from outside the loop is asked on the process's lane", () => {
    const recorded = new RecordedLoop(unit.second);
    const { loop } = recorded;
    const task = loop.createTask(forever());
    loop.callLater(1, () => loop.stop());
    loop.runForever();
    task.cancel();
    loop.runUntilComplete(gather([task], { returnExceptions: true }));
    expect(of("cancel.requested", recorded.events())[0]?.lane).toBe(2 ** 20);
  });

  test("does not pass a shield", () => {
    const { events, lane } = recordOn(new RecordedLoop(unit.second), function* main() {
      const inner = createTask(sleep(2));
      const outer = createTask(
        coroutine(function* outer() {
          yield* shield(inner);
        })(),
      );
      yield* sleep(1);
      outer.cancel();
      yield* gather([outer, inner], { returnExceptions: true });
    });
    expect(of("cancel.requested", events).map((event) => event.target)).toEqual([lane("Task-3 (outer)")]);
  });
});
