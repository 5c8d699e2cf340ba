import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTestWorker, RealThreads } from "../../../support/threads/real-threads.ts";

/** Real threads on a machine that may be busy with other tests. */
const patient = { timeout: 30_000 };

let threads: RealThreads;

beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/real-threads"));
}, 60_000);
afterAll(() => threads.close());

describe("Thread, on real threads", patient, () => {
  test("prints as Python's does, and is started once", async () => {
    const { outcome } = await threads.run("states");
    expect(outcome.value).toEqual({
      before: "<Thread(Thread-1 (turn), initial)>",
      during: `<Thread(Thread-1 (turn), started ${2 ** 47 - 4_096 - 8_392_704})>`,
      alive: true,
      again: "RuntimeError: threads can only be started once",
      after: `<Thread(Thread-1 (turn), stopped ${2 ** 47 - 4_096 - 8_392_704})>`,
      ident: 2 ** 47 - 4_096 - 8_392_704,
      isAlive: false,
    });
  });

  test("refuses, in Python's words, what can only be a mistake", async () => {
    const { outcome } = await threads.run("mistakes");
    expect(outcome.value).toEqual({
      unstarted: "RuntimeError: cannot join thread before it is started",
      self: "RuntimeError: cannot join current thread",
      closure: expect.stringContaining("a closure does not cross to another thread"),
      argument: expect.stringContaining("args[1][0] is an object of class Date"),
      daemon: "RuntimeError: cannot set daemon status of active thread",
      negative: "ValueError: sleep length must be non-negative",
    });
  });

  test("takes a number only when it has no name", async () => {
    const { outcome } = await threads.run("names");
    expect(outcome.value).toEqual(["MainThread", "Thread-1 (nothing)", "given", "Thread-2 (nothing)", "Thread-3"]);
  });

  test("is handed plain data as it was sent, and knows its own name", async () => {
    const { console } = await threads.run("values");
    const [values, who] = console.split("\n");
    expect(JSON.parse(values ?? "")).toEqual(["é😀\ud800", { list: [1, null, "two"], yes: true }, null, 0, null, ""]);
    expect(who).toBe("ünïcode True");
  });

  test("can be handed to another thread, which joins or starts it", async () => {
    const { outcome, console } = await threads.run("handles");
    expect(console).toBe("first has ended: true\n");
    expect(outcome.value).toEqual({ third: false, initial: "RuntimeError: threads can only be started once" });
  });

  test("is still alive when a join with a timeout gives up", async () => {
    const recorded = await threads.run("timeouts");
    expect(recorded.outcome.value).toMatchObject({ alive: true, after: false });
    expect(recorded.of("join.ended").map((event) => event.how)).toEqual(["timeout", "timeout", "ended"]);
  });

  test("that raises ends its own lane and nobody else's", async () => {
    const recorded = await threads.run("errors");
    expect(recorded.outcome).toEqual({ how: "returned", value: false });
    const ends = recorded.of("lane.ended").filter((event) => event.how === "raised");
    expect(ends.map((event) => event.error).sort()).toEqual([
      "RangeError: no such frame",
      expect.stringContaining('"wait" is async: a thread blocks, it awaits nothing'),
    ]);
  });
});

describe("a program on threads", patient, () => {
  test("has its main thread's error as its own; that thread ends at once, and the others go on to their ends", async () => {
    const recorded = await threads.run("raises");
    expect(recorded.check().breaches).toEqual([]);
    expect(recorded.outcome).toEqual({ how: "raised", error: "RangeError: the program's own fault" });
    expect(
      recorded
        .of("lane.ended")
        .map((event) => [recorded.lane(event), event.how])
        .slice(0, 2),
    ).toEqual([
      ["MainThread", "raised"],
      ["Thread-1 (nap)", "returned"],
    ]);
  });

  test("waits for its threads, but not for daemons", async () => {
    const recorded = await threads.run("waits at the end");
    expect(recorded.outcome).toEqual({ how: "returned", value: true });
    expect(recorded.feed.ends).toMatchObject({
      "Thread-1 (nap)": "returned",
      MainThread: "returned",
      "Thread-2 (nap)": "killed",
      "Thread-3 (nothing)": "abandoned",
    });
  });

  test("can have more threads than workers were parked", async () => {
    const { outcome } = await threads.run("many", { amount: 8 });
    expect(outcome).toEqual({ how: "returned", value: 8 });
  });

  test("is told, at once, when it has used up its workers", async () => {
    const { outcome } = await threads.run("too many", {}, { producers: 5 });
    expect(outcome.value).toBe(
      "RuntimeError: can't start new thread: this run has used up its worker threads, start fewer",
    );
  });

  test("that no lesson has says so", async () => {
    const { outcome } = await threads.run("no such lesson");
    expect(outcome).toEqual({
      how: "raised",
      error: expect.stringContaining('"no such lesson" has no thread program'),
    });
  });

  test("whose thread's worker dies does not hang: the lane is killed, and its join returns", async () => {
    const recorded = await threads.run("dies");
    expect(recorded.outcome).toEqual({ how: "returned", value: false });
    expect(recorded.feed.ends["Thread-1 (die)"]).toBe("killed");
  });

  test("whose main thread's worker dies ends with that as its error", async () => {
    const { outcome } = await threads.run("main dies");
    expect(outcome).toEqual({ how: "raised", error: "its worker thread died: it ended with code 4" });
  });

  test("is ended where it sleeps when a person stops it, and its lanes are abandoned", async () => {
    const recorded = await threads.run("sleeps for ever", {}, { during: (run) => setTimeout(() => run.stop(), 100) });
    expect(recorded.outcome.how).toBe("stopped");
    expect(recorded.feed.ends).toMatchObject({ MainThread: "abandoned", "Thread-1 (nap)": "abandoned" });
    expect(recorded.state.dropped).toBe(0);
  });

  test("is asked to stop by a person's Cancel, also by a signal that it makes afterwards", async () => {
    const recorded = await threads.run(
      "until asked",
      {},
      {
        during: (run) => setTimeout(() => run.cancel(), 5),
      },
    );
    expect(recorded.outcome.value).toBe("asked");
    const [set] = recorded.of("signal.set");
    const [seen] = recorded.of("signal.seen");
    const cancel = recorded.of("message.received").find((event) => event.channel === "cancel");
    expect(set?.cause).toEqual([cancel?.p, cancel?.s]);
    expect(seen?.id).toEqual(set?.id);
    expect(set === undefined ? "never set" : recorded.lane(set)).toBe("threads");
  });
});
