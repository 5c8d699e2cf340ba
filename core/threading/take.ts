/**
 * Waiting for a word of ownership.ts to be free, and taking it; or learning that its owner is gone.
 */
import { type BlockingContext, pauseWhile } from "./blocking.ts";
import { markWaited, OwnerGone, ownerGoneIn } from "./ownership.ts";

/** How taking went: `ended` and `killed` say what became of an owner that is gone. */
export type Taking = "taken" | "timeout" | "ended" | "killed";

/**
 * Takes the word, waiting until `deadline` at most. When its owner was killed it says so at once. When it ended, and
 * there is no deadline, it says so after `patience` more µs, in which another thread may free it.
 */
export function take(context: BlockingContext, word: number, deadline: number, patience: number): Taking {
  const { memory, now, thread } = context;
  const isTimed = deadline !== Number.POSITIVE_INFINITY;
  let givenUp = Number.POSITIVE_INFINITY;
  for (;;) {
    const seen = memory.load(word);
    if (seen === 0) {
      // Others may wait, too: who was woken can't know, so the next freeing wakes one more.
      if (memory.swap(word, 0, markWaited(thread))) return "taken";
      continue;
    }
    const gone = ownerGoneIn(seen);
    if (gone === OwnerGone.killed) return "killed";
    givenUp = gone === undefined || isTimed ? Number.POSITIVE_INFINITY : Math.min(givenUp, now() + patience);
    if (markWaited(seen) !== seen && !memory.swap(word, seen, markWaited(seen))) continue;
    if (pauseWhile(context, word, markWaited(seen), Math.min(deadline, givenUp))) continue;
    return deadline <= givenUp ? "timeout" : "ended";
  }
}
