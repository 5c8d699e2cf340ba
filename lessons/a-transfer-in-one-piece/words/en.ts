import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "A transfer in one piece",
  before:
    "The same accounts, and one lock for both of them. The teller holds it from the first step to the last, the auditor while it " +
    "adds up. It only works because both ask for it. The tasks beside them are as they were.",
  after:
    "No sum was wrong: the auditor was blocked while a coin was on its way. Taking off and putting on are still " +
    "two steps, but nobody who asks for the lock can see the one without the other.",
  parameters: {
    times: "Coins to be moved",
    effort: "Works as long as fib of",
  },
  lookHere: {
    asked: "The teller asks for the lock, before its first step.",
    whole: "Both steps are done and the lock is free: what the auditor can find is whole.",
    "added-up": "The auditor asks for the same lock before it adds up, and waits if a coin is on its way.",
    end: "All coins have arrived, and no sum was ever wrong.",
    between: "The teller's yield*: it waits here with its transfer done, and never in the middle of one.",
    audited: "The auditor's task adds up: no other task stands between its two steps.",
  },
};
