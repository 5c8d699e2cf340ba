import { describe, expect, it } from "vitest";
import type { Producer } from "../../../../../core/trace/producer.ts";
import { broken, change, insert, remove, sentences } from "./breaking.ts";
import { goodRecording, lanes } from "./good-recording.ts";

describe("a join", () => {
  it("ends after its target's end", () => {
    const made = goodRecording();
    change(made, "join.ended", lanes.mainThread, { t: 149 });
    change(made, "run", lanes.mainThread, { t: 149 }, { t: 151 });
    expect(broken(made)).toEqual(["joins"]);
    expect(sentences(made)[0]).toContain('joined lane 18 "Thread-1 (spin)" before that ended');
  });

  it("may come before the end that main gave its target, whose own was lost", () => {
    const made = goodRecording();
    change(made, "join.ended", lanes.mainThread, { t: 149 });
    change(made, "run", lanes.mainThread, { t: 149 }, { t: 151 });
    change(made, "lane.ended", lanes.spinner, { how: "abandoned" });
    expect(broken(made)).toContain("joins");
    made.producers.push(...made.producers.splice(0).map((each): Producer => ({ ...each, tail: "unknown" })));
    expect(broken(made)).not.toContain("joins");
  });

  it("may come before the end of the recording, where that was cut off with its target open", () => {
    const made = goodRecording();
    change(made, "join.ended", lanes.mainThread, { t: 149 });
    change(made, "run", lanes.mainThread, { t: 149 }, { t: 151 });
    change(made, "lane.ended", lanes.spinner, { how: "open" });
    expect(broken(made)).not.toContain("joins");
  });

  it("that timed out may end whenever it likes", () => {
    const made = goodRecording();
    change(made, "join.ended", lanes.mainThread, { t: 149, how: "timeout" });
    change(made, "run", lanes.mainThread, { t: 149 }, { t: 151 });
    expect(broken(made)).toEqual([]);
  });
});

describe("one at a time", () => {
  it("holds for the threads of one GIL while it is on", () => {
    const made = goodRecording({ gil: true });
    change(made, "wait", lanes.mainThread, { t: 35 }, { t: 30 });
    expect(sentences(made)).toEqual([expect.stringContaining("with the GIL on one thread runs at once")]);
    const off = goodRecording();
    change(off, "wait", lanes.mainThread, { t: 35 }, { t: 30 });
    expect(broken(off)).toEqual([]);
  });

  it("holds for the tasks of one loop", () => {
    const made = goodRecording();
    change(made, "wait", lanes.supervisor, { t: 173.5, why: "sleep" }, { t: 173 });
    expect(broken(made)).toContain("one task");
  });

  it("counts a task that blocks as running", () => {
    const made = goodRecording();
    change(made, "wait", lanes.supervisor, { why: "block" }, { t: 173 });
    expect(broken(made)).toEqual(["one task"]);
  });
});

describe("lanes", () => {
  it("of threads and tasks are created and have one end", () => {
    const made = goodRecording();
    remove(made, "lane.created", lanes.task);
    expect(sentences(made)).toEqual(['lane 4 "Task-2" was never created']);
    const endless = goodRecording();
    remove(endless, "lane.ended", lanes.mainThread);
    expect(sentences(endless)).toEqual(['lane 17 "MainThread" has no end']);
    const twice = goodRecording();
    insert(twice, 0, 299, lanes.spinner, "lane.ended", { how: "abandoned" });
    expect(sentences(twice)).toEqual([
      expect.stringContaining('lane 18 "Thread-1 (spin)" ends a second time, after line'),
    ]);
  });

  it("are not open after their process ended", () => {
    const made = goodRecording();
    change(made, "lane.ended", lanes.mainThread, { how: "open" });
    expect(sentences(made)).toEqual([
      expect.stringContaining('ends open, though its process lane 16 "utility process 2" ended "returned"'),
    ]);
  });

  it("are not open after their producer died", () => {
    const made = goodRecording();
    change(made, "lane.ended", lanes.host, { how: "open" });
    change(made, "lane.ended", lanes.spinner, { how: "open" });
    made.producers.splice(
      0,
      made.producers.length,
      ...made.producers.map((each) => ({ ...each, tail: each.id === 18 ? ("unknown" as const) : each.tail })),
    );
    expect(sentences(made)).toEqual([expect.stringContaining("ends open, though its producer 18 died")]);
  });
});
