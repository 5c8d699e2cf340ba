import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  coroutine,
  createTask,
  gather,
  setEventLoop,
  shield,
  sleep,
  type Task,
} from "../../../../../core/asyncio/index.ts";
import { setConsoleSink } from "../../../../../core/programs/console.ts";
import { setLineSink } from "../../../../../core/programs/mark.ts";
import { type AnyEvent, type EventOf, isKnown } from "../../../../../core/trace/event.ts";
import type { Kind } from "../../../../../core/trace/kinds.ts";
import { main } from "../../../../../lessons/one-job-two-ways/programs/coroutines.ts";
import { RecordedLoop, readable, unit } from "./recorded-loop.ts";

let recorded: RecordedLoop;

beforeEach(() => {
  recorded = new RecordedLoop(unit.second);
  setEventLoop(recorded.loop);
  setConsoleSink((text) => void recorded.writer.output(recorded.now(), recorded.adapter.currentLane, text));
});
afterEach(() => {
  setEventLoop(null);
  setConsoleSink(null);
  setLineSink(null);
});

function of<K extends Kind>(kind: K, events: readonly AnyEvent[]): readonly EventOf<K>[] {
  const wanted = (event: AnyEvent): event is EventOf<K> => event.kind === kind;
  return events.filter(isKnown).filter(wanted);
}

/** Runs a coroutine's body on the recorded loop, closes it, and gives the events, and lanes by their names. */
function record(body: () => Generator<unknown, unknown, unknown>) {
  recorded.loop.runUntilComplete(coroutine(body)());
  recorded.loop.close();
  const events = recorded.events();
  return { events, lane: (name: string) => recorded.laneOf(name) };
}

const forever = coroutine(function* forever() {
  while (true) yield* sleep(1);
});

describe("the spinner's recording", () => {
  test("is the same readable text each time", async () => {
    await main("thinking!", 0.125, 0.4375);
    recorded.loop.close();
    await expect(readable(recorded, recorded.events())).toMatchFileSnapshot("spinner.trace.txt");
  });

  test("with lines has one for each statement that ran, on the lane of the task that ran it", async () => {
    setLineSink(
      (code, line) => void recorded.writer.line(recorded.now(), recorded.adapter.currentLane, code.file, line),
    );
    await main("thinking!", 0.125, 0.4375);
    recorded.loop.close();
    const events = recorded.events();
    const spinner = of("lane.created", events).at(-1)?.lane;
    const lines = of("line", events).filter((event) => event.lane === spinner);
    expect(lines.length).toBeGreaterThan(20);
    expect(new Set(lines.map((event) => event.file))).toEqual(new Set(["coroutines.ts"]));
  });
});

describe("a cancel", () => {
  test("that a task obeys by returning is requested and delivered, and refused by nobody", () => {
    const { events } = record(function* main() {
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
    const { events } = record(function* main() {
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
    const { events } = record(function* main() {
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
    const { events } = record(function* main() {
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
    const { events, lane } = record(function* main() {
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
    const { events, lane } = record(function* main() {
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
    const { events, lane } = record(function* main() {
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
    const { loop } = recorded;
    const task = loop.createTask(forever());
    loop.callLater(1, () => loop.stop());
    loop.runForever();
    task.cancel();
    loop.runUntilComplete(gather([task], { returnExceptions: true }));
    expect(of("cancel.requested", recorded.events())[0]?.lane).toBe(2 ** 20);
  });

  test("does not pass a shield", () => {
    const { events, lane } = record(function* main() {
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

describe("waiting", () => {
  test("for a task is a join, which its end ends; for a future a wait that its settling ends", () => {
    const { events, lane } = record(function* main() {
      const task = createTask(sleep(1));
      yield* task;
      const future = recorded.loop.createFuture<null>();
      recorded.loop.callLater(1, () => future.setResult(null));
      yield* future;
    });
    const target = lane("Task-2 (sleep)");
    const end = of("lane.ended", events).find((event) => event.lane === target);
    expect(of("join.ended", events)).toMatchObject([
      { target, how: "ended", cause: [1, end?.s], lane: lane("Task-1 (main)") },
    ]);
    const waits = of("wait", events).filter((event) => event.lane === lane("Task-1 (main)"));
    expect(waits).toMatchObject([{ why: "join", on: target }, { why: "future" }]);
    const [settled] = of("future.settled", events);
    expect(settled).toMatchObject({ how: "returned", t: 2_000_000 });
    expect(of("ready", events).at(-1)?.cause).toEqual([1, settled?.s]);
  });

  test("by a blocking call is a wait of its own, and the task runs on from its end", () => {
    const { events } = record(function* main() {
      yield* sleep(1);
      recorded.loop.block(0.5);
    });
    const [, blocked] = of("wait", events);
    expect(blocked).toMatchObject({ why: "block", ms: 500, t: 1_000_000 });
    expect(of("run", events).at(-1)).toMatchObject({ lane: blocked?.lane, t: 1_500_000 });
  });

  test("leaves tasks that never end abandoned when the loop closes", () => {
    const { events, lane } = record(function* main() {
      createTask(forever());
      yield* sleep(1);
    });
    const end = of("lane.ended", events).find((event) => event.lane === lane("Task-2 (forever)"));
    expect(end?.how).toBe("abandoned");
  });

  test("tells a task's value or its error at its end", () => {
    const { events } = record(function* main() {
      const failing = coroutine(function* failing() {
        yield* sleep(0);
        throw new RangeError("boom");
      });
      yield* gather([createTask(failing())], { returnExceptions: true });
      return { answer: 42 };
    });
    expect(of("lane.ended", events).slice(0, 2)).toMatchObject([
      { how: "raised", error: "RangeError('boom')" },
      { how: "returned", value: { answer: 42 } },
    ]);
  });
});
