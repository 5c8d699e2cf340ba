import { describe, expect, it } from "vitest";
import { Samples, summarize } from "../../../../../../core/trace/folds/statistics/samples.ts";
import { type ModeStatistics, StatisticsFold } from "../../../../../../core/trace/folds/statistics/statistics.ts";
import type { Runtime } from "../../../../../../core/trace/kinds.ts";
import { MadeUpRecording } from "../../made-up-recording.ts";

const ms = 1_000;
const main = 1;
const spinner = 2;
const page = 3;
const task = 4;

function recording(): MadeUpRecording {
  const made = new MadeUpRecording();
  made.lane(0, "process", "main 1", undefined, "main");
  made.lane(main, "thread", "MainThread");
  made.lane(spinner, "thread", "Thread-1 (spin)");
  made.lane(page, "process", "page", undefined, "coroutines");
  made.lane(task, "task", "Task-2", page);
  for (const lane of [0, main, spinner, page, task]) made.say(0, 0, lane, "lane.created");
  return made;
}

function numbers(made: MadeUpRecording, runtime: Runtime): ModeStatistics {
  const { table } = made;
  const fold = new StatisticsFold();
  for (let row = 0; row < table.length; row++) fold.row(table, row);
  return fold.of(table, runtime);
}

describe("a summary", () => {
  it("is null for nothing", () => {
    expect(summarize([])).toBeNull();
  });

  it("gives measured values by nearest rank, exactly", () => {
    const durations = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summarize(durations)).toEqual({ n: 100, p50: 50, p95: 95, max: 100 });
    expect(summarize([7])).toEqual({ n: 1, p50: 7, p95: 7, max: 7 });
    expect(summarize([1, 9])).toEqual({ n: 2, p50: 1, p95: 9, max: 9 });
  });
});

describe("measurements", () => {
  it("are summed up also when there are more than fit a call's arguments", () => {
    const made = recording();
    const samples = new Samples();
    for (let i = 1; i <= 300_000; i++) samples.add(spinner, i);
    expect(samples.of(made.table, "threads")).toEqual({ n: 300_000, p50: 150_000, p95: 285_000, max: 300_000 });
    expect(samples.of(made.table, "coroutines")).toBeNull();
  });
});

describe("the numbers of a run", () => {
  it("count frames, and their lateness from the end that their sleep was to have", () => {
    const made = recording();
    made.say(1, 0, spinner, "output", { text: "| thinking!" });
    made.say(1, 0, spinner, "output", { text: "\b".repeat(11) });
    made.say(1, 10, spinner, "wait", { why: "sleep", ms: 100 });
    made.say(1, 100 * ms + 250, spinner, "run");
    made.say(1, 100 * ms + 310, spinner, "output", { text: "/ thinking!" });
    made.say(1, 200 * ms, spinner, "wait", { why: "sleep", ms: 100 });
    made.say(1, 301 * ms, spinner, "run");
    made.say(1, 301 * ms, spinner, "output", { text: "- thinking!" });
    made.say(2, 301 * ms, main, "output", { text: "Answer: 42\n" });
    const { frames, frameLateness } = numbers(made, "threads");
    expect(frames).toBe(3);
    expect(frameLateness).toEqual({ n: 2, p50: 300, p95: 1_000, max: 1_000 });
    expect(numbers(made, "coroutines").frames).toBe(0);
  });

  it("measure asked → seen, also when the set arrives after the seen", () => {
    const made = recording();
    made.say(1, 90, spinner, "signal.seen", { id: [2, 0] });
    made.sayOwn(2, 40, main, "signal.set");
    expect(numbers(made, "threads").askedSeen).toEqual({ n: 1, p50: 50, p95: 50, max: 50 });
  });

  it("measure a cancelled task from its first request to its end", () => {
    const made = recording();
    const first = made.sayOwn(3, 100, page, "cancel.requested", { target: task });
    made.sayOwn(3, 130, page, "cancel.requested", { target: task });
    made.say(3, 150, task, "cancel.delivered", { id: first });
    made.say(3, 155, task, "lane.ended", { how: "returned" });
    const { requestedDelivered, deliveredEnded, requestedEnded } = numbers(made, "coroutines");
    expect(requestedDelivered?.p50).toBe(50);
    expect(deliveredEnded?.p50).toBe(5);
    expect(requestedEnded).toEqual({ n: 1, p50: 55, p95: 55, max: 55 });
  });

  it("give no end to a cancelled task that was abandoned", () => {
    const made = recording();
    const id = made.sayOwn(3, 100, page, "cancel.requested", { target: task });
    made.say(3, 150, task, "cancel.delivered", { id });
    made.say(0, 900, task, "lane.ended", { how: "abandoned" });
    expect(numbers(made, "coroutines").requestedEnded).toBeNull();
  });

  it("measure joins from both ends, also when the joined lane's end arrives later", () => {
    const made = recording();
    made.say(2, 10, main, "join.began", { target: spinner });
    made.say(2, 95, main, "join.ended", { target: spinner, how: "ended" });
    made.say(1, 90, spinner, "lane.ended", { how: "returned" });
    const { join, joinLatency } = numbers(made, "threads");
    expect(join?.p50).toBe(85);
    expect(joinLatency?.p50).toBe(5);
  });

  it("leave out joins that timed out", () => {
    const made = recording();
    made.say(2, 10, main, "join.began", { target: spinner });
    made.say(2, 95, main, "join.ended", { target: spinner, how: "timeout" });
    expect(numbers(made, "threads").join).toBeNull();
  });

  it("count a message between main and the page for the page, whichever way it went", () => {
    const made = recording();
    const there = made.sayOwn(0, 10, 0, "message.sent", { to: page, channel: "start", bytes: 20 });
    made.say(3, 14, page, "message.received", { id: there, from: 0, channel: "start", bytes: 20 });
    made.say(3, 20, page, "message.handled", { id: there, from: 0, channel: "start" });
    const back = made.sayOwn(3, 30, page, "message.sent", { to: 0, channel: "ended", bytes: 9 });
    made.say(0, 36, 0, "message.received", { id: back, from: page, channel: "ended", bytes: 9 });
    made.say(0, 37, 0, "message.handled", { id: back, from: page, channel: "ended" });
    const { messageLatency, messageHandling } = numbers(made, "coroutines");
    expect(messageLatency).toEqual({ n: 2, p50: 4, p95: 6, max: 6 });
    expect(messageHandling).toEqual({ n: 2, p50: 1, p95: 6, max: 6 });
    expect(numbers(made, "main").messageLatency).toBeNull();
  });
});
