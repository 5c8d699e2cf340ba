import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConsoleFold } from "../../../../../core/trace/folds/consoles.ts";
import { MadeUpRecording } from "../made-up-recording.ts";

function fold(recording: MadeUpRecording): ConsoleFold {
  const consoles = new ConsoleFold();
  const { table } = recording;
  for (let row = 0; row < table.length; row++) consoles.row(table, row);
  return consoles;
}

describe("the consoles of a recording", () => {
  it("are one a way of running", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "MainThread");
    made.lane(2, "task", "Task-1");
    made.say(0, 0, 1, "lane.created");
    made.say(1, 0, 2, "lane.created");
    made.say(0, 1, 1, "output", { text: "from a thread\n" });
    made.say(1, 2, 2, "output", { text: "from a task\n" });
    const consoles = fold(made);
    expect(consoles.of("threads").text).toBe("from a thread");
    expect(consoles.of("coroutines").text).toBe("from a task");
    expect(consoles.of("processes").text).toBe("");
  });

  it("hold what was written before the lane was declared", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "Thread-1 (spin)");
    made.say(1, 5, 1, "output", { text: "early" });
    made.say(0, 1, 1, "lane.created");
    expect(fold(made).of("threads").text).toBe("early");
  });

  it("show writes in order of time although the answer arrived before the spinner's last wipe", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "MainThread");
    made.lane(2, "thread", "Thread-1 (spin)");
    made.say(0, 0, 1, "lane.created");
    made.say(0, 0, 2, "lane.created");
    made.say(1, 1, 2, "output", { text: "| thinking!" });
    made.say(0, 9, 1, "output", { text: "Answer: 42\n" });
    made.say(1, 2, 2, "output", { text: "\b".repeat(11) });
    made.say(1, 3, 2, "output", { text: " ".repeat(11) + "\b".repeat(11) });
    expect(fold(made).of("threads").text).toBe("Answer: 42");
  });

  it("show an earlier moment as it was", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "MainThread");
    made.say(0, 0, 1, "lane.created");
    made.say(0, 10, 1, "output", { text: "one " });
    made.say(0, 20, 1, "output", { text: "two" });
    expect(fold(made).at("threads", 19).text).toBe("one");
    expect(fold(made).at("threads", 20).text).toBe("one two");
  });

  it("give the same text whatever the order of arrival, and whenever they are looked at", () => {
    const write = fc.constantFrom("a", "bc", "\b", "\b\b", "\r", "\n", "xyz\n");
    const writes = fc.array(fc.tuple(write, fc.nat(1_000), fc.boolean()), { maxLength: 900 });
    fc.assert(
      fc.property(writes, (list) => {
        const order = list.map(([text, place, look], index) => ({ text, place, look, t: index + 1 }));
        order.sort((a, b) => a.place - b.place);
        const made = new MadeUpRecording();
        made.lane(1, "thread", "MainThread");
        made.say(0, 0, 1, "lane.created");
        for (const { text, t } of order) made.say(t % 3, t, 1, "output", { text });
        const expected = new MadeUpRecording();
        expected.lane(1, "thread", "MainThread");
        expected.say(0, 0, 1, "lane.created");
        for (const [index, [text]] of list.entries()) expected.say(0, index + 1, 1, "output", { text });
        const { table } = made;
        const consoles = new ConsoleFold();
        for (let row = 0; row < table.length; row++) {
          consoles.row(table, row);
          if (order[row - 1]?.look === true) consoles.of("threads");
        }
        expect(consoles.of("threads").text).toBe(fold(expected).of("threads").text);
      }),
      { numRuns: 60 },
    );
  });
});
