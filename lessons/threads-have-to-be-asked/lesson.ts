/**
 * Threads have to be asked: a thread has no cancel; it ends when it looks at the flag, and how soon that is depends on
 * the thread and not on who asks (lesson L4). The tasks beside it are cancelled where they sleep.
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const threadsHaveToBeAsked: Lesson = {
  id: "threads-have-to-be-asked",
  group: "stopping",
  modes: ["threads", "coroutines"],
  parameters: [
    { name: "message", kind: "text", default: "thinking!", longest: 40 },
    { name: "quick", kind: "seconds", default: 0.4, min: 0.01, max: 2, step: 0.01 },
    { name: "slow", kind: "seconds", default: 1.5, min: 0.1, max: 5, step: 0.1 },
    { name: "job", kind: "seconds", default: 2.1, min: 0.1, max: 30, step: 0.1 },
  ],
  expected: { threads: 42, coroutines: 42 },
  lookHere: [
    { id: "asked", mode: "threads", kind: "signal.set", lane: "MainThread", noticed: true },
    { id: "quick-seen", mode: "threads", kind: "signal.seen", lane: "Thread-1 (spin)" },
    { id: "slow-seen", mode: "threads", kind: "signal.seen", lane: "Thread-2 (spin)" },
    { id: "joined", mode: "threads", kind: "join.ended", lane: "MainThread", nth: 1 },
    { id: "delivered", mode: "coroutines", kind: "cancel.delivered", lane: "Task-3 (spin)" },
  ],
  words: { en: words },
};
