/**
 * Joining and awaiting: `join` waits for a thread, with or without a timeout, and gives nothing back; awaiting a task
 * gives its result, so that neither `addDoneCallback` nor `result()` is needed (lessons L9, L12).
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const joiningAndAwaiting: Lesson = {
  id: "joining-and-awaiting",
  group: "waiting",
  modes: ["threads", "coroutines"],
  // The bounds keep the timeout before the spinner's end: 12 turns of 0.1 s are longer than the longest timeout.
  parameters: [
    { name: "message", kind: "text", default: "thinking!", longest: 40 },
    { name: "frame", kind: "seconds", default: 0.1, min: 0.1, max: 2, step: 0.01 },
    { name: "turns", kind: "count", default: 15, min: 12, max: 100, step: 1 },
    { name: "timeout", kind: "seconds", default: 0.5, min: 0.1, max: 1, step: 0.1 },
  ],
  expected: { threads: null, coroutines: 42 },
  lookHere: [
    { id: "timed-out", mode: "threads", kind: "join.ended", lane: "MainThread" },
    { id: "joined", mode: "threads", kind: "join.ended", lane: "MainThread", nth: 1 },
    { id: "waiting", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "future" },
    { id: "callback", mode: "coroutines", kind: "callback.run", lane: "event loop", nth: 1 },
    { id: "awaited", mode: "coroutines", kind: "join.ended", lane: "Task-1 (supervisor)" },
  ],
  words: { en: words },
};
