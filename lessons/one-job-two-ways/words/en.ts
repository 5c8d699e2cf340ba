import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "One job, two ways",
  before:
    "A spinner turns while a slow job works. As threads, the spinner has a thread of its own and has to be asked to " +
    "stop; as coroutines, it is a task on one event loop and is cancelled. Side by side, both start at the same instant.",
  after:
    "Both answered 42. The supervisor's thread was blocked all the while, and its spinner noticed the flag only when it " +
    "woke; the coroutines shared one thread, and the cancel reached the spinner where it slept. " +
    "Try more spinners: the threads' writes get between one another on the console, the tasks' never do.",
  parameters: { message: "Message", frame: "One frame each", job: "The job takes", spinners: "Spinners" },
  lookHere: {
    blocked: "slowFunction blocks the supervisor's own thread here, and the spinner's thread turns beside it.",
    asked: "The supervisor writes the flag. Nothing happens to the spinner yet: it sleeps.",
    seen: "The spinner wakes, looks, and only now knows that it was asked.",
    sleeping: "The supervisor's task sleeps here and holds no thread: the spinner has it.",
    delivered: "CancelledError is raised where the spinner sleeps, in the next turn of the loop.",
  },
};
