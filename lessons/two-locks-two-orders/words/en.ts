import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Two locks, two orders",
  before:
    "One thread takes the first account's lock and then the second's, the other the second's and then the first's. Each gets " +
    "one and waits for the one that the other holds: a deadlock. The second thread gives up after a while; the first " +
    "never would.",
  after:
    "Until one gave up, nothing happened: both threads were there, and blocked. One of the two came through. The remedy is " +
    "to take locks in the same order everywhere. Tasks with locks are stuck in the same way; but they seldom need " +
    "one, since nothing else runs between two yield*.",
  parameters: {
    patience: "The second gives up after",
  },
  lookHere: {
    "has-one": "Thread-1 has its first lock and waits until the other has its own: so that it goes wrong each time.",
    "wants-other":
      "Each asks for the lock that the other holds. From the second asking on it is a circle: the bars are in alarm.",
    "gave-up": "The timeout is over: Thread-2 gives up, and frees what it held.",
    "goes-on": "Now Thread-1 gets its second lock. Without the timeout it would wait still.",
    "task-gave-up":
      "The tasks were stuck in the same way, while their loop went on; waitFor cancelled the waiting of one.",
  },
};
