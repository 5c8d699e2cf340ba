import { describe, expect, it } from "vitest";
import { importRecording } from "../../../../core/formats/import-recording.ts";
import { eventOf } from "../../../../core/trace/decode.ts";
import { rowOf } from "../../../../core/trace/read-row.ts";
import { MadeUpRecording } from "../trace/made-up-recording.ts";

describe("a recording in memory", () => {
  it("has the file's events and lanes", () => {
    const made = new MadeUpRecording();
    made.lane(1, "thread", "MainThread");
    made.say(0, 0, 1, "lane.created");
    made.say(1, 1, 1, "run", { more: { colour: "red" } });
    const { table, originals } = importRecording(made.recording);
    expect([0, 1].map((row) => eventOf(rowOf(table, row)))).toEqual(made.events);
    expect([...table.lanes.values()].map(({ name }) => name)).toEqual(["MainThread"]);
    expect(originals.size).toBe(0);
  });

  it("gives lanes that columns can't hold an alias, everywhere they are named", () => {
    const huge = 2 ** 40;
    const made = new MadeUpRecording();
    made.lane(-1, "loop", "event loop", undefined, "coroutines");
    made.lane(huge, "task", "Task-1", -1);
    made.lane(-2, "task", "Task-2", -1);
    made.say(0, 0, -1, "lane.created");
    made.say(0, 0, huge, "lane.created", { by: -1 });
    made.sayOwn(0, 1, -2, "cancel.requested", { target: huge });
    made.say(0, 2, 2 ** 41, "run");
    const { table, originals } = importRecording(made.recording);
    const task = table.lane(1);
    expect(originals).toEqual(
      new Map([
        [table.lane(0), -1],
        [task, huge],
        [table.lane(3), 2 ** 41],
      ]),
    );
    expect(new Set([table.lane(0), task, table.lane(2), table.lane(3)]).size).toBe(4);
    expect(table.other(1)).toBe(table.lane(0));
    expect(table.other(2)).toBe(task);
    expect(table.lane(2)).toBe(-2);
    expect([...table.lanes.values()].find(({ name }) => name === "Task-1")?.parent).toBe(table.lane(0));
  });

  it("refuses a number that comes twice, with its line", () => {
    const made = new MadeUpRecording();
    made.say(0, 0, 1, "run");
    made.say(1, 1, 1, "run");
    made.skipTo(0, 0);
    made.say(0, 2, 1, "run");
    expect(() => importRecording(made.recording)).toThrow("line 4: number 0 of producer 0 comes twice or out of order");
  });

  it("refuses a number that a gap before it covers", () => {
    const made = new MadeUpRecording();
    made.say(0, 0, 1, "gap", { from: 0, to: 9, reason: "ring full" });
    made.say(0, 1, 1, "run");
    expect(() => importRecording(made.recording)).toThrow("line 3: number 1 of producer 0");
  });

  it("refuses a lane that is created and not declared", () => {
    const made = new MadeUpRecording();
    made.say(0, 0, 7, "lane.created");
    expect(() => importRecording(made.recording)).toThrow("line 2: lane 7 is created but not declared in the header");
  });
});
