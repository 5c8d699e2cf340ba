import { describe, expect, it } from "vitest";
import { checkRecording, RecordingCheck } from "../../../../../core/trace/check/check-recording.ts";
import { broken, change, sentences } from "./breaking.ts";
import { goodRecording, lanes } from "./good-recording.ts";

describe("a recording in which every invariant holds", () => {
  it("breaks none, with the GIL on or off", () => {
    expect(checkRecording(goodRecording().recording)).toEqual({ breaches: [], warnings: [], events: 46, dropped: 0 });
    expect(broken(goodRecording({ gil: true }))).toEqual([]);
  });
});

describe("many breaches of one kind", () => {
  it("are told by the first and counted", () => {
    const made = goodRecording();
    for (let i = 0; i < 100; i++) made.say(1, 400 + i, lanes.task, "lane.ended", { how: "returned" });
    const all = sentences(made);
    expect(all.length).toBe(21);
    expect(all.at(-1)).toBe("and 80 more of the same");
  });
});

describe("warnings", () => {
  it("tell of a blocked loop, a clock that is badly compared, a producer that died and unknown kinds", () => {
    const made = goodRecording();
    made.clocks = [{ id: 1, kind: "performance", errorUs: 2_500 }];
    change(made, "lane.ended", lanes.page, { how: "abandoned" });
    made.say(1, 1_000, lanes.task, "wait", { why: "block" });
    made.say(1, 505_000, lanes.task, "run");
    const { header, events } = made.recording;
    const check = new RecordingCheck({
      ...header,
      producers: header.producers.map((each) => (each.id === 1 ? { ...each, tail: "unknown" } : each)),
    });
    for (const event of events) check.event(event);
    const last = made.events.at(-1);
    if (last !== undefined)
      check.event({ p: last.p, s: last.s + 1, t: last.t, lane: last.lane, kind: "lane.painted", fields: {} });
    expect(check.end(undefined).warnings).toEqual([
      "producer 1 (coroutines, process 3) died: at most its last batch is missing, and nobody can say how much",
      "Task-2 blocked its loop for 504.0 ms, from 0.001 s on: await instead",
      "clock 1 (performance) may be off by 2.5 ms: don't trust shorter distances between processes",
      '1 events of the unknown kind "lane.painted" were not checked',
    ]);
  });
});
