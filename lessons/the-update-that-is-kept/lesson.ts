/**
 * The update that is kept: the same counter, read and written under a lock (lesson L10).
 */
import type { Lesson } from "../lesson.ts";
import { parameters } from "../the-update-that-is-lost/parameters.ts";
import { words } from "./words/en.ts";

export const theUpdateThatIsKept: Lesson = {
  id: "the-update-that-is-kept",
  group: "sharing",
  modes: ["threads", "coroutines"],
  parameters,
  expected: { threads: 0, coroutines: 0 },
  lookHere: [
    { id: "asked", mode: "threads", kind: "line", lane: "Thread-1 (add)", nth: 2 },
    { id: "inside", mode: "threads", kind: "line", lane: "Thread-1 (add)", nth: 3 },
    { id: "released", mode: "threads", kind: "line", lane: "Thread-1 (add)", nth: 6 },
    { id: "complete", mode: "threads", kind: "output", lane: "MainThread" },
    { id: "between", mode: "coroutines", kind: "line", lane: "Task-2 (add)", nth: 4 },
    { id: "all-there", mode: "coroutines", kind: "output", lane: "Task-1 (supervisor)" },
  ],
  words: { en: words },
};
