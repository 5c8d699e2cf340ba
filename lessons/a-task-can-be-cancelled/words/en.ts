import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "A task can be cancelled",
  before:
    "The supervisor cancels five tasks in a row. cancel() only asks: CancelledError is raised at the yield* where the " +
    "coroutine sleeps, and what becomes of it is the coroutine's own business. Watch how differently the five lanes end.",
  after:
    "Three ended cancelled: the one that let the error through, the one that tidied up first, and the one that never " +
    "began. The spinner caught it and returned. The last refused, took the request back with uncancel() and went on.",
  parameters: {
    message: "Message",
    frame: "One frame each",
    job: "Cancelled after",
    pause: "Tidying up takes",
  },
  lookHere: {
    requested: "Five requests from one step of the supervisor. Nothing has been raised yet: it still runs.",
    "let-through": "No try around the yield*: the error leaves the coroutine, and the task ends cancelled.",
    caught: "The spinner catches the error and leaves its loop, so its task ends returned: cancelled() is false.",
    delayed: "It was told with the others, slept once more in finally, and ended cancelled only then.",
    refused:
      "It caught the error and called uncancel(): the request is taken back, and the task goes on to its result.",
    "never-begun": "Made and cancelled in one step: the error comes before its first line, which never runs.",
  },
};
