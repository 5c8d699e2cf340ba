import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Joining and awaiting",
  before:
    "The supervisor waits for its spinner twice: first no longer than a timeout, then to its end. It joins a thread, and " +
    "awaits a task. The spinner returns 42; watch who gets it.",
  after:
    "join() told nothing but that the thread had ended: what it returned was lost. Awaiting the task gave 42, the same that " +
    "the callback had to ask for: with yield* neither addDoneCallback nor result() is needed.",
  parameters: {
    message: "Message",
    frame: "One frame each",
    turns: "Frames before it returns",
    timeout: "First waits no longer than",
  },
  lookHere: {
    "timed-out": "join(timeout) gives up, and raises nothing: only isAlive() tells that the thread still runs.",
    joined: "join() returns when the thread has ended. The thread returned 42, and join gives None.",
    waiting: "wait(…, timeout) waits in a future and holds no thread. It, too, only gives up: nothing is cancelled.",
    callback: "The done callback runs on the loop, in the turn after the task's end, and asks the task for its result.",
    awaited: "The supervisor wakes at its yield*, and the value of that yield* is the task's result.",
  },
};
