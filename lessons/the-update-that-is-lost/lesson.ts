/**
 * The update that is lost: threads read a counter, work a little and write it, and overwrite what another has written
 * meanwhile; coroutines cannot, since nothing else runs between two `yield*` (lessons L3, L10).
 */
import { atLeast } from "../expected.ts";
import type { Lesson } from "../lesson.ts";
import { parameters } from "./parameters.ts";
import { words } from "./words/en.ts";

export const theUpdateThatIsLost: Lesson = {
  id: "the-update-that-is-lost",
  group: "sharing",
  modes: ["threads", "coroutines"],
  parameters,
  expected: { threads: atLeast(0), coroutines: 0 },
  lookHere: [
    { id: "read", mode: "threads", kind: "line", lane: "Thread-1 (add)", nth: 2 },
    { id: "written", mode: "threads", kind: "line", lane: "Thread-1 (add)", nth: 4 },
    { id: "missing", mode: "threads", kind: "output", lane: "MainThread" },
    { id: "between", mode: "coroutines", kind: "line", lane: "Task-2 (add)", nth: 4 },
    { id: "all-there", mode: "coroutines", kind: "output", lane: "Task-1 (supervisor)" },
  ],
  words: { en: words },
};
