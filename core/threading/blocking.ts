/**
 * How a thread blocks: the one place where it does. (Here the GIL will be given up before the wait and taken again
 * after it.) Really blocks: the thread's event loop stands still, and nobody else's.
 */
import type { ThreadContext } from "./context.ts";

/** A deadline on the context's clock (µs) `seconds` from now; never, when null or undefined. Negative means now. */
export function deadlineAfter(now: () => number, seconds: number | null | undefined): number {
  return seconds === null || seconds === undefined ? Number.POSITIVE_INFINITY : now() + Math.max(0, seconds) * 1e6;
}

/** Blocks while a word holds `value`, until the deadline at most. Returns whether the word holds something else. */
export function blockWhile(
  context: Pick<ThreadContext, "memory" | "now">,
  word: number,
  value: number,
  deadline: number,
): boolean {
  for (;;) {
    if (context.memory.load(word) !== value) return true;
    if (!pauseWhile(context, word, value, deadline)) return false;
  }
}

/**
 * Blocks once: until the word is notified or the deadline is there, whichever comes first; not at all when the word
 * holds something else. Returns false when the deadline had passed already. Whoever calls it looks again.
 */
export function pauseWhile(
  { memory, now }: Pick<ThreadContext, "memory" | "now">,
  word: number,
  value: number,
  deadline: number,
): boolean {
  const left = deadline - now();
  if (left <= 0) return false;
  Atomics.wait(memory.words, word, value, left / 1_000);
  return true;
}
