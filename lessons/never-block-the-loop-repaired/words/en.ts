import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Never block the loop: the repair",
  before:
    "The job of the lesson before, with one line changed: yield* sleep(s) in place of the blocking sleep. The coroutine " +
    "sleeps for just as long, and gives the thread back while it does.",
  after:
    "Nothing stood still. The task that sleeps holds no thread, so the loop goes on turning and the spinner keeps its " +
    "beat, like the thread's spinner beside it.",
  parameters: {
    message: "Message",
    frame: "One frame each",
    calm: "Sleeps before and after for",
    block: "Sleeps in between for",
  },
  lookHere: {
    "thread-blocked": "The threads' program is the same as before: a thread that blocks holds only itself.",
    sleeping: "Here the loop was blocked before. Now the task waits, and the spinner's frames come in time.",
  },
};
