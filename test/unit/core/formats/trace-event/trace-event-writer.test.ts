import { describe, expect, it } from "vitest";
import { writeTraceEvents } from "../../../../../core/formats/trace-event/trace-event-writer.ts";
import { fileLaneId, producerId } from "../../../../../core/trace/ids.ts";
import { MadeUpRecording } from "../../trace/made-up-recording.ts";
import { brokenPromises, ofPhase, parseTraceFile, type TraceFile } from "./verify-trace-events.ts";

const main = 0;
const host = 16;
const mainThread = 17;
const spinner = 18;
const page = 1;
const loop = 2;
const task = 3;

function recording(): MadeUpRecording {
  const made = new MadeUpRecording();
  made.lane(main, "process", "main 41", undefined, "main");
  made.lane(host, "process", "utility process 42");
  made.lane(mainThread, "thread", "MainThread", host);
  made.lane(spinner, "thread", "Thread-1 (spin)", host);
  made.lane(page, "process", "page 43", undefined, "coroutines");
  made.lane(loop, "loop", "event loop", page, "coroutines");
  made.lane(task, "task", "Task-2", loop);
  return made;
}

function written(made: MadeUpRecording): TraceFile {
  return parseTraceFile([...writeTraceEvents(made.recording)].join(""));
}

function spans(file: TraceFile): string[] {
  return ofPhase(file, "X").map(({ tid, cat, name, ts, dur }) => `${tid} ${cat} ${name} ${ts}+${dur}`);
}

describe("a recording as Chrome trace events", () => {
  it("is a file also when nothing happened", () => {
    const file = written(new MadeUpRecording());
    expect(file.traceEvents).toEqual([]);
    expect(file.otherData["lesson"]).toBe("one-job-two-ways");
  });

  it("gives each process lane a pid, each lane a tid, with names and an order", () => {
    const file = written(recording());
    const names = ofPhase(file, "M").filter(({ name }) => name.endsWith("_name"));
    expect(names.map(({ name, pid, tid, args }) => `${name} ${pid} ${tid} ${args?.["name"]}`)).toEqual([
      "process_name 1 1 main 41",
      "thread_name 1 1 main 41",
      "process_name 2 2 utility process 42",
      "thread_name 2 2 utility process 42",
      "thread_name 2 3 MainThread",
      "thread_name 2 4 Thread-1 (spin)",
      "process_name 5 5 page 43",
      "thread_name 5 5 page 43",
      "thread_name 5 6 event loop",
      "thread_name 5 7 Task-2",
    ]);
    expect(ofPhase(file, "M").filter(({ name }) => name.endsWith("_sort_index")).length).toBe(10);
  });

  it("turns run and wait into spans that end where the next begins, and everything else into instants", () => {
    const made = recording();
    made.say(16, 0, spinner, "lane.created");
    made.say(16, 1, spinner, "run");
    made.say(16, 2.5, spinner, "line", { file: "threads.ts", line: 9 });
    made.say(16, 10, spinner, "wait", { why: "sleep", ms: 100 });
    made.say(16, 110, spinner, "run");
    made.say(16, 120, spinner, "lane.ended", { how: "returned" });
    const file = written(made);
    expect(spans(file)).toEqual([
      "4 run Thread-1 (spin) 1+8.999",
      "4 wait sleep 10+99.999",
      "4 run Thread-1 (spin) 110+9.999",
    ]);
    expect(ofPhase(file, "X")[1]?.args).toEqual({ p: 16, s: 3, why: "sleep", ms: 100 });
    expect(ofPhase(file, "i").map(({ name, cat, s, args }) => ({ name, cat, s, args }))).toEqual([
      { name: "lane.created", cat: "lane", s: "t", args: { p: 16, s: 0 } },
      { name: "line", cat: "line", s: "t", args: { p: 16, s: 2, file: "threads.ts", line: 9 } },
      { name: "lane.ended", cat: "lane", s: "t", args: { p: 16, s: 5, how: "returned" } },
    ]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("draws a message from a mark where it was sent to a mark where it was received, and its handling beside", () => {
    const made = recording();
    const id = made.sayOwn(0, 10, main, "message.sent", { to: page, channel: "start", bytes: 3 });
    made.say(1, 14, page, "message.received", { id, from: main, channel: "start", bytes: 3 });
    made.say(1, 14.25, page, "message.handled", { id, from: main, channel: "start" });
    const file = written(made);
    expect(spans(file)).toEqual(["1 message message.sent 10+0.999", "5 message start 14+0.999"].sort());
    expect(ofPhase(file, "s").map(({ ts, tid, cat }) => [ts, tid, cat])).toEqual([[10, 1, "message"]]);
    expect(ofPhase(file, "f").map(({ ts, tid, bp }) => [ts, tid, bp])).toEqual([[14, 5, "e"]]);
    expect(ofPhase(file, "b").map(({ ts, name, id }) => [ts, name, id])).toEqual([[14, "start", "1.0"]]);
    expect(ofPhase(file, "e").map(({ ts }) => ts)).toEqual([14.25]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("keeps the arrow of a message that seems to arrive before it was sent, within the clocks' error", () => {
    const made = recording();
    made.say(1, 14, page, "message.received", { id: [0, 0], from: main, channel: "start", bytes: 3 });
    made.sayOwn(0, 15, main, "message.sent", { to: page, channel: "start", bytes: 3 });
    const file = written(made);
    expect(ofPhase(file, "s").map(({ ts }) => ts)).toEqual([15]);
    expect(ofPhase(file, "f").map(({ ts }) => ts)).toEqual([14]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("lets marks that follow each other closely on one lane end before the next begins", () => {
    const made = recording();
    for (let i = 0; i < 5; i++)
      made.sayOwn(0, 10 + i * 0.25, main, "message.sent", { to: page, channel: "c", bytes: 1 });
    const file = written(made);
    expect(spans(file).slice(0, 2)).toEqual(["1 message message.sent 10+0.249", "1 message message.sent 10.25+0.249"]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("nests a mark in the span in which it lies, also at the span's very start", () => {
    const made = recording();
    made.say(1, 10, page, "run");
    made.say(1, 10, page, "message.received", { id: [0, 0], from: main, channel: "a", bytes: 1 });
    made.say(1, 10.5, page, "wait", { why: "message" });
    const file = written(made);
    expect(spans(file).slice(0, 2)).toEqual(["5 run page 43 10+0.499", "5 message a 10+0.497"]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("draws a signal, a join and a cancel as arrows, each end inside a span", () => {
    const made = recording();
    made.say(17, 0, mainThread, "run");
    made.say(18, 1, spinner, "run");
    const set = made.sayOwn(17, 50, mainThread, "signal.set");
    made.say(17, 51, mainThread, "join.began", { target: spinner });
    made.say(17, 51, mainThread, "wait", { why: "join", on: spinner });
    made.say(18, 90, spinner, "signal.seen", { id: set });
    const ended = made.say(18, 95, spinner, "lane.ended", { how: "returned" });
    made.say(17, 96, mainThread, "run");
    made.say(17, 96, mainThread, "join.ended", { target: spinner, how: "ended", cause: ended });
    made.say(1, 97, task, "wait", { why: "sleep", ms: 100 });
    const asked = made.sayOwn(1, 98, loop, "cancel.requested", { target: task });
    made.say(1, 99, task, "ready", { cause: asked });
    made.say(1, 100, task, "run");
    made.say(1, 100, task, "cancel.delivered", { id: asked });
    made.say(1, 101, task, "lane.ended", { how: "cancelled" });
    const file = written(made);
    expect(brokenPromises(file)).toEqual([]);
    const ends = (phase: "s" | "f") => ofPhase(file, phase).map(({ cat, ts, tid }) => `${cat} ${ts} ${tid}`);
    expect(ends("s").sort()).toEqual(["cancel 98 6", "join 94.998 4", "signal 50 3"]);
    expect(ends("f").sort()).toEqual(["cancel 100 7", "join 96 3", "signal 90 4"]);
  });

  it("draws who woke whom from another lane, even where the waker has no span", () => {
    const made = recording();
    made.say(1, 10, task, "wait", { why: "sleep", ms: 1 });
    const timer = made.sayOwn(1, 20, loop, "timer.fired", { due: 20 });
    made.say(1, 20, task, "ready", { cause: timer });
    made.say(1, 21, task, "run", { cause: [1, 2] });
    const file = written(made);
    expect(ofPhase(file, "s").map(({ cat, ts, tid }) => [cat, ts, tid])).toEqual([["wake", 20, 6]]);
    expect(ofPhase(file, "f").map(({ ts, tid }) => [ts, tid])).toEqual([[19.998, 7]]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("writes no arrow that has only one end", () => {
    const made = recording();
    made.sayOwn(0, 10, main, "message.sent", { to: page, channel: "lost", bytes: 3 });
    made.say(1, 12, task, "cancel.delivered", { id: [7, 7] });
    const file = written(made);
    expect(ofPhase(file, "s")).toEqual([]);
    expect(ofPhase(file, "f")).toEqual([]);
    expect(brokenPromises(file)).toEqual([]);
  });

  it("shows lanes and kinds that nobody declared", () => {
    const made = recording();
    made.say(1, 10, 99, "run");
    made.events.push({
      p: producerId(1),
      s: 1,
      t: 11,
      lane: fileLaneId(99),
      kind: "lane.painted",
      fields: { colour: "red" },
    });
    const file = written(made);
    expect(ofPhase(file, "M").some(({ args }) => args?.["name"] === "lane 99")).toBe(true);
    expect(ofPhase(file, "i").map(({ name, args }) => [name, args])).toEqual([
      ["lane.painted", { p: 1, s: 1, colour: "red" }],
    ]);
  });
});
