/**
 * One job, two ways: the text spinner beside a slow job, once on a thread and once as a task (lessons L1, L2, L4,
 * L5, L8, L9).
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const oneJobTwoWays: Lesson = {
  id: "one-job-two-ways",
  group: "spinner",
  modes: ["threads", "coroutines"],
  parameters: [
    { name: "message", kind: "text", default: "thinking!", longest: 40 },
    { name: "frame", kind: "seconds", default: 0.1, min: 0.01, max: 2, step: 0.01 },
    { name: "job", kind: "seconds", default: 3, min: 0.1, max: 30, step: 0.1 },
    { name: "spinners", kind: "count", default: 1, min: 1, max: 8, step: 1 },
  ],
  expected: { threads: 42, coroutines: 42 },
  lookHere: [
    { id: "blocked", mode: "threads", kind: "wait", lane: "MainThread", why: "sleep" },
    { id: "asked", mode: "threads", kind: "signal.set", lane: "MainThread", noticed: true },
    { id: "seen", mode: "threads", kind: "signal.seen", lane: "Thread-1 (spin)" },
    { id: "sleeping", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "sleep" },
    { id: "delivered", mode: "coroutines", kind: "cancel.delivered", lane: "Task-2 (spin)" },
  ],
  words: { en: words },
};
