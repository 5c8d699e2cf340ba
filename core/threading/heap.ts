/**
 * Memory that is given back: what comes and goes while a program runs, such as the items of a queue. Blocks of 2^n words,
 * a list of free ones for each n. Invariants: a block is in at most one list; what is given back is not touched again.
 */
import type { BlockingContext } from "./blocking.ts";
import { Header } from "./layout.ts";
import { enterMonitor, leaveMonitor } from "./monitor.ts";

/** Words of the smallest block, as a power of 2. */
const smallest = 2;

/** A block of at least so many words; what is in it is what was left there. @throws MemoryError */
export function reserve(context: BlockingContext, words: number): number {
  const { memory } = context;
  const size = sizeFor(words);
  const head = Header.heapFree + size;
  enterMonitor(context, Header.heap);
  const block = memory.load(head);
  if (block !== 0) memory.store(head, memory.load(block));
  leaveMonitor(memory, Header.heap);
  return block === 0 ? memory.allocate(2 ** size) : block;
}

/** Gives back a block that was reserved for so many words. */
export function giveBack(context: BlockingContext, block: number, words: number): void {
  const { memory } = context;
  const head = Header.heapFree + sizeFor(words);
  enterMonitor(context, Header.heap);
  memory.store(block, memory.load(head));
  memory.store(head, block);
  leaveMonitor(memory, Header.heap);
}

function sizeFor(words: number): number {
  return words <= 2 ** smallest ? smallest : 32 - Math.clz32(words - 1);
}
