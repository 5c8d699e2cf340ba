import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Deadlock, VirtualEventLoop } from "../../../core/asyncio/virtual-clock.ts";
import { Interpreter } from "../../conformance/asyncio/interpreter.ts";
import { runs } from "../../support/soak.ts";
import { arbitraryScenario } from "./arbitrary-scenario.ts";
import { WatchingObserver } from "./watching-observer.ts";

/** Runs a scenario, and then on until nothing is left to do. */
function watch(scenario: unknown): WatchingObserver {
  const loop = new VirtualEventLoop();
  const observer = new WatchingObserver(() => loop.time());
  loop.observer = observer;
  new Interpreter(scenario, loop).run();
  expect(() => loop.runForever()).toThrow(Deadlock);
  return observer;
}

describe("whatever a program does", () => {
  test("no task runs while another does, the first to be ready runs first, a future settles once, time never goes back, and nobody is forgotten", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { broken, left } = watch(scenario);
        expect(broken).toEqual([]);
        expect(left).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  test("timers fire by their times, and those of one time in the order in which they were set", () => {
    const delays = fc.array(fc.record({ delay: fc.integer({ min: 0, max: 8 }), dropped: fc.boolean() }), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(delays, (timers) => {
        const loop = new VirtualEventLoop();
        const fired: number[] = [];
        timers.forEach(({ delay, dropped }, index) => {
          const timer = loop.callLater(delay, () => void fired.push(index));
          if (dropped) timer.cancel();
        });
        expect(() => loop.runForever()).toThrow(Deadlock);
        const kept = timers.flatMap(({ delay, dropped }, index) => (dropped ? [] : [{ delay, index }]));
        expect(fired).toEqual(kept.toSorted((a, b) => a.delay - b.delay).map(({ index }) => index));
      }),
      { numRuns: runs(200) },
    );
  });

  test("a task that is cancelled any number of times, at any time, ends once", () => {
    const cancels = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom("t0", "t1")), { maxLength: 8 });
    const stubborn = ["try", { body: [["sleep", 3]], except: [["CancelledError", [["sleep", 2]]]] }];
    fc.assert(
      fc.property(cancels, fc.boolean(), (when, refuses) => {
        const scenario = {
          version: 1,
          coros: {
            main: [
              ["spawn", "t0", "t0"],
              ["spawn", "t1", "t1"],
              ...when.flatMap(([ms, target]) => [
                ["sleep", ms],
                ["cancel", target],
              ]),
              // Long enough for both to end by themselves.
              ["sleep", 40],
            ],
            t0: refuses ? [stubborn, stubborn] : [["sleep", 4]],
            t1: [
              ["await", "t0"],
              ["sleep", 2],
            ],
          },
        };
        const loop = new VirtualEventLoop();
        const observer = new WatchingObserver(() => loop.time());
        loop.observer = observer;
        const events = new Interpreter(scenario, loop).run();
        const ends = events.filter((event) => Array.isArray(event) && event[1] === "done" && event[2] !== "main");
        expect(observer.broken).toEqual([]);
        expect(ends).toHaveLength(2);
      }),
      { numRuns: runs(300) },
    );
  });
});
