import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "The update that is lost",
  before:
    "Two threads add to one counter: each reads it, works a little, and writes what it read plus one. Nothing keeps the other " +
    "from writing in between, and what it wrote is then overwritten. Two tasks do the same. Watch what is counted in the end.",
  after:
    "The threads lost updates, and another number of them each time. Measured as it is set here, 100 times each: " +
    "every race lost some, in the median 86 of 200 updates with the GIL and 100 without it. The GIL keeps two " +
    "threads from running at once, not from taking turns between a reading and a writing. The tasks lost none: " +
    "nothing else runs between two yield*. An x += 1 by itself loses none in CPython 3.11, which looks whether to " +
    "switch only at calls and jumps; so it is split here.",
  parameters: {
    threads: "Threads, or tasks",
    times: "Updates of each",
    effort: "Works as long as fib of",
  },
  lookHere: {
    read: "The thread reads the counter. From here on what it has read can be out of date.",
    written: "It writes what it read, plus one: whatever others have added meanwhile is gone.",
    missing: "As many updates were made as the program says, and fewer were counted.",
    between: "The yield*: only here can the other task run. Reading and writing lie between two of them.",
    "all-there": "All updates were counted, though there is no lock anywhere.",
  },
};
