/**
 * Never block the loop, repaired: the same job with `yield* sleep` where the blocking sleep was (lesson L7). The threads
 * need no repair: theirs is the same program as before.
 */
import type { Lesson } from "../lesson.ts";
import { parameters } from "../never-block-the-loop/parameters.ts";
import { words } from "./words/en.ts";

export const neverBlockTheLoopRepaired: Lesson = {
  id: "never-block-the-loop-repaired",
  group: "waiting",
  modes: ["threads", "coroutines"],
  parameters,
  expected: { threads: 42, coroutines: 42 },
  lookHere: [
    { id: "thread-blocked", mode: "threads", kind: "wait", lane: "MainThread", why: "sleep", nth: 1 },
    { id: "sleeping", mode: "coroutines", kind: "wait", lane: "Task-1 (supervisor)", why: "sleep", nth: 1 },
  ],
  words: { en: words },
};
