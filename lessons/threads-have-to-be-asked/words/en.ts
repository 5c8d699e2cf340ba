import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Threads have to be asked",
  before:
    "Two spinners turn on threads of their own, one quickly and one slowly. A thread has no cancel(): the supervisor can " +
    "only write a flag, and each spinner stops when it next looks. The tasks beside them are cancelled where they sleep.",
  after:
    "One flag was written once. The quick spinner saw it at its next frame; the slow one slept its own frame out, and " +
    "the supervisor was blocked in join for as long. Both tasks were told in the same turn of the loop.",
  parameters: {
    message: "Message",
    quick: "The quick spinner's frame",
    slow: "The slow spinner's frame",
    job: "The job takes",
  },
  lookHere: {
    asked: "The supervisor writes the flag. Both spinners sleep, and nothing can wake them.",
    "quick-seen": "The quick spinner wakes at its next frame, looks, and leaves its loop.",
    "slow-seen": "The slow spinner looks only now: the gap since the asking is as long as what was left of its sleep.",
    joined: "Until here the supervisor was blocked: join waits for a thread, and cannot hurry it.",
    delivered: "The slow task sleeps for just as long, and still is told at once: its sleep itself is cancelled.",
  },
};
