import { describe, expect, it } from "vitest";
import { microsText } from "../../../../../core/formats/native/micros-text.ts";
import { writeNative } from "../../../../../core/formats/native/native-writer.ts";
import { MadeUpRecording } from "../../trace/made-up-recording.ts";

describe("a time", () => {
  it.each([
    [0, "0.000"],
    [-0, "0.000"],
    [12, "12.000"],
    [12.5, "12.500"],
    [-1.25, "-1.250"],
    [3_000_123.457, "3000123.457"],
    [0.123456, "0.123456"],
    [1e-7, "0.000"],
  ])("%d µs prints as %s", (t, text) => {
    expect(microsText(t)).toBe(text);
  });
});

describe("a recording's text", () => {
  it("is a header, one event a line and a footer, to the letter", () => {
    const made = new MadeUpRecording();
    made.params = { gil: "on" };
    made.producer(0, { role: "main", pid: 41, thread: 0 });
    made.lane(0, "process", "main 41", undefined, "main");
    made.lane(3, "thread", "Thread-1 (spin)", 0);
    made.say(0, 0, 0, "lane.created");
    made.say(0, 1.5, 3, "lane.created", { by: 0 });
    made.say(0, 2, 3, "wait", { why: "sleep", ms: 100 });
    made.say(0, 2.0625, 3, "output", { text: '"\b|\n' });
    made.say(0, 3, 3, "lane.ended", { how: "returned", value: [1, null] });
    made.say(0, 4, 0, "gap", { from: 5, to: 7, reason: "ring full" });
    expect([...writeNative(made.recording)].join("").split("\n")).toEqual([
      '{"format":"spinscope","version":1,"app":"spinscope 0.1.0","lesson":"one-job-two-ways","modes":["threads","coroutines"],"params":{"gil":"on"},"started":"2026-11-22T09:00:00.000Z","host":{"platform":"linux"},"clocks":[{"id":0,"kind":"hrtime","errorUs":0}],"producers":[{"id":0,"role":"main","pid":41,"thread":0,"epoch":0,"clock":0,"tail":"known"}],"lanes":[{"id":0,"kind":"process","name":"main 41","runtime":"main"},{"id":3,"kind":"thread","name":"Thread-1 (spin)","parent":0,"runtime":"threads"}]}',
      '{"p":0,"s":0,"t":0.000,"lane":0,"kind":"lane.created"}',
      '{"p":0,"s":1,"t":1.500,"lane":3,"kind":"lane.created","by":0}',
      '{"p":0,"s":2,"t":2.000,"lane":3,"kind":"wait","why":"sleep","ms":100}',
      '{"p":0,"s":3,"t":2.0625,"lane":3,"kind":"output","text":"\\"\\b|\\n"}',
      '{"p":0,"s":4,"t":3.000,"lane":3,"kind":"lane.ended","how":"returned","value":[1,null]}',
      '{"p":0,"s":5,"t":4.000,"lane":0,"kind":"gap","from":5,"to":7,"reason":"ring full"}',
      '{"end":true,"events":6,"dropped":3}',
      "",
    ]);
  });

  it("is given in pieces, however long it is", () => {
    const made = new MadeUpRecording();
    for (let i = 0; i < 20_000; i++) made.say(0, i, 1, "line", { file: "spinner.ts", line: i });
    const pieces = [...writeNative(made.recording)];
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
    expect(pieces.every((piece) => piece.endsWith("\n"))).toBe(true);
  });
});
