import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "The update that is kept",
  before:
    "The same counter, and a lock around reading and writing it: who wants to read has to wait until the other has written. " +
    "Look at the lock's own lane, and at how the threads wait for it. The tasks beside them are as they were: they need none.",
  after:
    "No update was lost, and none was in 100 races with the GIL and 100 without it. The price is waiting: at any " +
    "moment one thread at most was between reading and writing, and whoever came was blocked. The lock is not " +
    "fair: who frees it can have it again before the other has woken up.",
  parameters: {
    threads: "Threads, or tasks",
    times: "Updates of each",
    effort: "Works as long as fib of",
  },
  lookHere: {
    asked: "The thread asks for the lock. If another has it, it is blocked here until that one has written.",
    inside: "It has the lock, and reads: what it reads stays true until it has written.",
    released: "It has released the lock, and is about to ask for it again: now another can have it.",
    complete: "As many updates were counted as were made.",
    between: "The yield*: only here can the other task run. There is nothing that a lock could add.",
    "all-there": "All updates were counted, though there is no lock anywhere.",
  },
};
