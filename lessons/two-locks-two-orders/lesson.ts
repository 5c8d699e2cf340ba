/**
 * Two locks, two orders: two threads that each hold the lock that the other wants, a deadlock while it happens; one of
 * them has a timeout, which ends it. Two tasks can do the same (lesson L10's other side: what locks cost).
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const twoLocksTwoOrders: Lesson = {
  id: "two-locks-two-orders",
  group: "sharing",
  modes: ["threads", "coroutines"],
  // The longest leaves time to press Stop, as one would have to without a timeout.
  parameters: [{ name: "patience", kind: "seconds", default: 2, min: 0.5, max: 30, step: 0.5 }],
  expected: { threads: 1, coroutines: 1 },
  lookHere: [
    { id: "has-one", mode: "threads", kind: "line", lane: "Thread-1 (move)", nth: 1 },
    { id: "wants-other", mode: "threads", kind: "line", lane: "Thread-1 (move)", nth: 2 },
    { id: "gave-up", mode: "threads", kind: "output", lane: "Thread-2 (move)" },
    { id: "goes-on", mode: "threads", kind: "line", lane: "Thread-1 (move)", nth: 3 },
    { id: "task-gave-up", mode: "coroutines", kind: "output", lane: "Task-3 (move)" },
  ],
  words: { en: words },
};
