import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "A thread for the blocking call",
  before:
    "slowFunction blocks, and cannot be rewritten. toThread has it called in a thread, here one of another process, since this " +
    "window's own thread is the loop's. The coroutine awaits it like anything else. Watch the spinner.",
  after:
    "The call blocked a thread, and the loop turned on. The messages between the window and the thread are the arrows: one " +
    "to have the function called, one with what it returned. In Python, and in the command line of one process, there is " +
    "no message: the thread belongs to a pool of the loop's own.",
  parameters: {
    message: "Message",
    frame: "One frame each",
    job: "The job blocks for",
  },
  lookHere: {
    waiting: "The task waits in a future that ends as the call does. It holds no thread, and the loop is free.",
    awaited: "The answer is there, and is the value of the yield*. Now the spinner is cancelled.",
  },
};
