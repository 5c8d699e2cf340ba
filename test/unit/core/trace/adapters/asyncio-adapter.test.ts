import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { coroutine, createTask, gather, setEventLoop, sleep } from "../../../../../core/asyncio/index.ts";
import { setConsoleSink } from "../../../../../core/programs/console.ts";
import { setLineSink } from "../../../../../core/programs/mark.ts";
import { main } from "../../../../../lessons/one-job-two-ways/programs/coroutines.ts";
import { forever, of, RecordedLoop, readable, recordOn, unit } from "./recorded-loop.ts";

let recorded: RecordedLoop;

beforeEach(() => {
  recorded = new RecordedLoop(unit.second);
  setEventLoop(recorded.loop);
  setConsoleSink((text, stream) => recorded.adapter.output(text, stream));
});
afterEach(() => {
  setEventLoop(null);
  setConsoleSink(null);
  setLineSink(null);
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

describe("waiting", () => {
  test("for a task is a join, which its end ends; for a future a wait that its settling ends", () => {
    const { events, lane } = recordOn(recorded, function* main() {
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
    const { events } = recordOn(recorded, function* main() {
      yield* sleep(1);
      recorded.loop.block(0.5);
    });
    const [, blocked] = of("wait", events);
    expect(blocked).toMatchObject({ why: "block", ms: 500, t: 1_000_000 });
    expect(of("run", events).at(-1)).toMatchObject({ lane: blocked?.lane, t: 1_500_000 });
  });

  test("leaves tasks that never end abandoned when the loop closes", () => {
    const { events, lane } = recordOn(recorded, function* main() {
      createTask(forever());
      yield* sleep(1);
    });
    const end = of("lane.ended", events).find((event) => event.lane === lane("Task-2 (forever)"));
    expect(end?.how).toBe("abandoned");
  });

  test("tells a task's value or its error at its end", () => {
    const { events } = recordOn(recorded, function* main() {
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
