/**
 * How a thread blocks: the one place where it does. The GIL is given up before the wait and taken again after it.
 * Really blocks: the thread's event loop stands still, and nobody else's.
 */
import type { ThreadContext } from "./context.ts";
import { dropGil, isGilOn, takeGil } from "./gil.ts";
import { Block } from "./layout.ts";

/** What blocking needs of a thread. */
export type BlockingContext = Pick<ThreadContext, "memory" | "now" | "thread" | "observer">;

/** Whether the caller has told the observer that, and why, the thread blocks. */
export type Telling = "told" | "untold";

/** Blocks while a word holds `value`, until the deadline at most. Returns whether the word holds something else. */
export function blockWhile(
  context: BlockingContext,
  word: number,
  value: number,
  deadline: number,
  telling: Telling = "told",
): boolean {
  for (;;) {
    if (context.memory.load(word) !== value) return true;
    if (!pauseWhile(context, word, value, deadline, telling)) return false;
  }
}

/**
 * Blocks once, without the GIL: until the word is notified or the deadline is there, whichever comes first; not at all when
 * the word holds something else. Returns false when the deadline had passed already. Whoever calls it looks again.
 */
export function pauseWhile(
  context: BlockingContext,
  word: number,
  value: number,
  deadline: number,
  telling: Telling = "told",
): boolean {
  const { memory, now } = context;
  const left = deadline - now();
  if (left <= 0) return false;
  if (!isGilOn(memory)) {
    memory.wait(word, value, left / 1_000);
    return true;
  }
  const lane = memory.load(context.thread + Block.lane);
  if (telling === "untold") context.observer?.waitBegan(lane, "lock", 0, left / 1e6);
  dropGil(context);
  memory.wait(word, value, left / 1_000);
  takeGil(context);
  if (telling === "untold") context.observer?.waitEnded(lane);
  return true;
}
