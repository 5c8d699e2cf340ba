import { expect, test } from "vitest";
import { checkRecording } from "../../../core/trace/check/check-recording.ts";
import { largeRecording, manyTasks, mixed } from "../../support/large/large-recording.ts";

test("a large recording breaks no invariant, and has what a mixed one has", () => {
  const recording = largeRecording({ ...mixed, events: 12_000, childEvery: 50 });
  const kinds = new Set(Array.from(recording.events, ({ kind }) => kind));
  for (const kind of ["lock.taken", "turn.began", "timer.fired", "message.handled", "signal.seen", "join.ended"]) {
    expect(kinds).toContain(kind);
  }
  expect(kinds).toContain("cancel.delivered");
  const { breaches, events, dropped } = checkRecording(recording);
  expect(breaches).toEqual([]);
  expect(events).toBeGreaterThanOrEqual(12_000);
  expect(dropped).toBe(0);
});

test("it is the same each time, and has as many tasks as one asks for", () => {
  const options = { ...manyTasks, events: 4_000, tasks: 900 };
  const one = largeRecording(options);
  expect(one.header.lanes.filter(({ kind }) => kind === "task").length).toBeGreaterThanOrEqual(900);
  expect([...one.events]).toEqual([...largeRecording(options).events]);
  expect(checkRecording(one).breaches).toEqual([]);
});
