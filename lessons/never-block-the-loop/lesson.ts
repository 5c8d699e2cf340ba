/**
 * Never block the loop: a blocking sleep inside a coroutine holds the loop's thread, and with it every task and, in a
 * window, the whole page; a thread that blocks holds only itself (lesson L7).
 */
import type { Lesson } from "../lesson.ts";
import { parameters } from "./parameters.ts";
import { words } from "./words/en.ts";

export const neverBlockTheLoop: Lesson = {
  id: "never-block-the-loop",
  group: "waiting",
  modes: ["threads", "coroutines"],
  parameters,
  expected: { threads: 42, coroutines: 42 },
  lookHere: [
    { id: "thread-blocked", mode: "threads", kind: "wait", lane: "MainThread", why: "sleep", nth: 1 },
    { id: "calm", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "sleep" },
    { id: "loop-blocked", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "block" },
    { id: "calm-again", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "sleep", nth: 1 },
  ],
  words: { en: words },
};
