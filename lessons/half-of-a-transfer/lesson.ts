/**
 * Half of a transfer: an auditor's thread adds up two accounts while another's transfer is between its two steps; the
 * coroutines never do (lessons L3, L10).
 */
import { atLeast } from "../expected.ts";
import type { Lesson } from "../lesson.ts";
import { parameters } from "./parameters.ts";
import { words } from "./words/en.ts";

export const halfOfATransfer: Lesson = {
  id: "half-of-a-transfer",
  group: "sharing",
  modes: ["threads", "coroutines"],
  parameters,
  expected: { threads: atLeast(0), coroutines: 0 },
  lookHere: [
    { id: "taken-off", mode: "threads", kind: "line", lane: "Thread-1 (transfer)", nth: 2 },
    { id: "put-on", mode: "threads", kind: "line", lane: "Thread-1 (transfer)", nth: 4 },
    { id: "added-up", mode: "threads", kind: "line", lane: "Thread-2 (audit)", nth: 3 },
    { id: "end", mode: "threads", kind: "output", lane: "MainThread" },
    { id: "between", mode: "coroutines", kind: "line", lane: "Task-2 (transfer)", nth: 5 },
    { id: "audited", mode: "coroutines", kind: "line", lane: "Task-3 (audit)", nth: 3 },
  ],
  words: { en: words },
};
