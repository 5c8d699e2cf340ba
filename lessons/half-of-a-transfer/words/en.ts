import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Half of a transfer",
  before:
    "One thread moves coins from one account to the other: it takes one off here, works a little, and puts it on there. " +
    "Another adds the two up, again and again; the sum should never change. Two tasks do the same.",
  after:
    "The auditor's thread found sums that were one short: it looked while a coin was on its way, off one account " +
    "and not yet on the other. How often is different each time. In the end the sum is right again, which makes " +
    "such a fault hard to find. The tasks never saw half of a transfer: the auditor's turn comes only at the " +
    "teller's yield*, and there it is whole.",
  parameters: {
    times: "Coins to be moved",
    effort: "Works as long as fib of",
  },
  lookHere: {
    "taken-off": "The coin is taken off the one account. Until it is put on the other, it is nowhere.",
    "put-on": "The coin is put on the other account: now the sum is right again.",
    "added-up": "The auditor adds up what it finds, whatever the other thread has half done.",
    end: "All coins have arrived: nothing tells afterwards that a sum was ever wrong.",
    between: "The teller's yield*: it waits here with its transfer done, and never in the middle of one.",
    audited: "The auditor's task adds up: no other task stands between its two steps.",
  },
};
