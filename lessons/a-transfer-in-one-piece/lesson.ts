/**
 * A transfer in one piece: the same two accounts, changed and added up under one lock (lesson L10).
 */

import { parameters } from "../half-of-a-transfer/parameters.ts";
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const aTransferInOnePiece: Lesson = {
  id: "a-transfer-in-one-piece",
  group: "sharing",
  modes: ["threads", "coroutines"],
  parameters,
  expected: { threads: 0, coroutines: 0 },
  lookHere: [
    { id: "asked", mode: "threads", kind: "line", lane: "Thread-1 (transfer)", nth: 2 },
    { id: "whole", mode: "threads", kind: "line", lane: "Thread-1 (transfer)", nth: 6 },
    { id: "added-up", mode: "threads", kind: "line", lane: "Thread-2 (audit)", nth: 3 },
    { id: "end", mode: "threads", kind: "output", lane: "MainThread" },
    { id: "between", mode: "coroutines", kind: "line", lane: "Task-2 (transfer)", nth: 5 },
    { id: "audited", mode: "coroutines", kind: "line", lane: "Task-3 (audit)", nth: 3 },
  ],
  words: { en: words },
};
