/**
 * A thread for the blocking call: what must not block the loop is called in a thread, and awaited (lessons L7, L11).
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const aThreadForTheBlockingCall: Lesson = {
  id: "a-thread-for-the-blocking-call",
  group: "waiting",
  modes: ["coroutines"],
  calls: true,
  parameters: [
    { name: "message", kind: "text", default: "thinking!", longest: 40 },
    { name: "frame", kind: "seconds", default: 0.1, min: 0.01, max: 2, step: 0.01 },
    { name: "job", kind: "seconds", default: 2, min: 0.1, max: 30, step: 0.1 },
  ],
  expected: { coroutines: 42 },
  lookHere: [
    { id: "waiting", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "future" },
    { id: "awaited", mode: "coroutines", kind: "cancel.requested", lane: "Task-1 (supervisor)" },
  ],
  words: { en: words },
};
