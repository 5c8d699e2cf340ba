/**
 * What guards the inner state of the objects that threads share: a lock that no program sees and no trace shows. It is
 * held for moments only, but for a barrier's action. Invariant: a thread that dies inside can't keep the others out:
 * whoever waits looks every now and then whether the owner is gone, and takes its place. (So what it guards is written
 * in an order that leaves it usable at each step.)
 */
import { type BlockingContext, pauseWhile } from "./blocking.ts";
import { Block, ThreadState } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";
import { free, markWaited, ownerIn, tryTake } from "./ownership.ts";

/** How often a waiting thread looks whether the owner is gone, µs. */
const lookEvery = 50_000;

/** Enters the monitor at a word that was 0 at first. Not to be entered twice. */
export function enterMonitor(context: BlockingContext, word: number): void {
  if (!tryTake(context.memory, word, context.thread)) enterSlowly(context, word);
}

/** Leaves it, and wakes one who waits. */
export function leaveMonitor(memory: SharedMemory, word: number): void {
  free(memory, word);
}

/** Runs `body` inside. */
export function inMonitor<Result>(context: BlockingContext, word: number, body: () => Result): Result {
  enterMonitor(context, word);
  try {
    return body();
  } finally {
    leaveMonitor(context.memory, word);
  }
}

function enterSlowly(context: BlockingContext, word: number): void {
  const { memory, now, thread } = context;
  for (;;) {
    const seen = memory.load(word);
    if (seen === 0 || memory.load(ownerIn(seen) + Block.state) === ThreadState.stopped) {
      if (memory.swap(word, seen, markWaited(thread))) return;
      continue;
    }
    const waited = markWaited(seen);
    if (waited === seen || memory.swap(word, seen, waited))
      pauseWhile(context, word, waited, now() + lookEvery, "untold");
  }
}
