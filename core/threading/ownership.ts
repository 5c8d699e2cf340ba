/**
 * Who owns a lock, in one word, as Linux's robust futexes have it: 0 when free, else the owner's address (which is
 * even), with bits for what else there is to know. One atomic step takes the lock and says whose it is, so there is
 * no moment at which a thread could die unnoticed with it. Invariant: whoever frees a word that is waited for wakes
 * one who waits; whoever finds an owner gone wakes them all.
 */
import type { SharedMemory } from "./memory.ts";

/** Some thread waits for the word to be 0, or did. */
const waited = 1;

/** How an owner can be gone. */
export const OwnerGone = {
  /** Its body returned or raised. Another thread may still release the lock, as in Python. */
  ended: 1 << 30,
  /** Its worker died in the midst of it. */
  killed: 1 << 31,
} as const;
export type OwnerGone = (typeof OwnerGone)[keyof typeof OwnerGone];

const addressBits = ~(waited | OwnerGone.ended | OwnerGone.killed);

/** Address of the thread that a word names as its owner; 0 when it is free. */
export function ownerIn(value: number): number {
  return value & addressBits;
}

/** How the owner that a word names is gone; undefined when it is there, or there is none. */
export function ownerGoneIn(value: number): OwnerGone | undefined {
  if ((value & OwnerGone.killed) !== 0) return OwnerGone.killed;
  return (value & OwnerGone.ended) !== 0 ? OwnerGone.ended : undefined;
}

/** The word's value with the note that some thread waits. */
export function markWaited(value: number): number {
  return value | waited;
}

/** Takes the word if it is free. Never waits. */
export function tryTake(memory: SharedMemory, word: number, thread: number): boolean {
  return memory.swap(word, 0, thread);
}

/** Frees the word, whoever owns it, and wakes one who waits. False when it was free. */
export function free(memory: SharedMemory, word: number): boolean {
  const before = memory.exchange(word, 0);
  if ((before & ~addressBits) !== 0) memory.notify(word, 1);
  return before !== 0;
}

/** Frees the word if `thread` owns it: another may have taken the place of one that counts as gone. */
export function freeOwn(memory: SharedMemory, word: number, thread: number): void {
  for (;;) {
    const seen = memory.load(word);
    if (ownerIn(seen) !== thread) return;
    if (!memory.swap(word, seen, 0)) continue;
    if ((seen & waited) !== 0) memory.notify(word, 1);
    return;
  }
}

/** Notes that `thread` is gone, if the word is its own, and wakes all who wait. Whether it was. */
export function abandon(memory: SharedMemory, word: number, thread: number, gone: OwnerGone): boolean {
  for (;;) {
    const seen = memory.load(word);
    // A thread that was killed may have been woken to take a free word, and never did: another must be woken.
    if (seen === 0 && gone === OwnerGone.killed) memory.notify(word);
    if (ownerIn(seen) !== thread || ownerGoneIn(seen) !== undefined) return false;
    if (!memory.swap(word, seen, seen | gone)) continue;
    memory.notify(word);
    return true;
  }
}
