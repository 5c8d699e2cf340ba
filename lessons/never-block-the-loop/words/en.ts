import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Never block the loop",
  before:
    "In the middle of its job the coroutine calls a blocking sleep. It holds the one thread that the loop has, so no task " +
    "runs until it is over. In this window that thread is the page's own: the page will really freeze, and only the " +
    "timeline goes on. Among the threads, the same sleep blocks nobody but the one that sleeps.",
  after:
    "The task's spinner stood still for the whole blocking sleep, and came late by as much. The thread's spinner drew " +
    "frame after frame meanwhile. The repair is one line: yield* sleep(s), as in the next lesson.",
  parameters: {
    message: "Message",
    frame: "One frame each",
    calm: "Sleeps well before and after for",
    block: "Blocks in between for",
  },
  lookHere: {
    "thread-blocked": "The supervisor's thread blocks, too: it holds only itself, and the spinner beside it turns on.",
    calm: "Until the blocking call all is well: the supervisor's task waits, and the loop serves the spinner.",
    "loop-blocked": "blockingSleep holds the loop's thread. No turn of the loop, no frame, no click until it is over.",
    "calm-again": "The task waits in yield* again, and the loop catches up: the spinner's frame was due long ago.",
  },
};
