/**
 * Futures, twice: a pool's future, whose result() blocks, and asyncio's, which is awaited; and how the one becomes the
 * other (lessons L11 to L15).
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const futuresTwice: Lesson = {
  id: "futures-twice",
  group: "waiting",
  modes: ["threads", "coroutines"],
  parameters: [
    { name: "job", kind: "seconds", default: 2, min: 0.2, max: 30, step: 0.1 },
    { name: "timeout", kind: "seconds", default: 0.5, min: 0.1, max: 10, step: 0.1 },
  ],
  expected: { threads: 42, coroutines: 42 },
  lookHere: [
    { id: "gives-up", mode: "threads", kind: "wait", lane: "MainThread", why: "future" },
    { id: "working", mode: "threads", kind: "wait", lane: "ThreadPoolExecutor-0_0", why: "sleep" },
    { id: "callback", mode: "threads", kind: "output", lane: "ThreadPoolExecutor-0_0" },
    { id: "in-the-loop", mode: "threads", kind: "wait", lane: "MainThread", why: "message" },
    { id: "at-once", mode: "coroutines", kind: "output", lane: "Task-1 (supervisor)", nth: 1 },
    { id: "scheduled", mode: "coroutines", kind: "wait", lane: "Task-2 (slowFunction)", why: "sleep" },
    { id: "awaited", mode: "coroutines", kind: "line", lane: "Task-1 (supervisor)", nth: 10 },
    { id: "promised", mode: "coroutines", kind: "future.created", lane: "Task-1 (supervisor)", nth: 1 },
  ],
  words: { en: words },
};
