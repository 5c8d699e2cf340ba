/**
 * Those who wait for several futures at once (`_Waiter` and its kinds in Lib/concurrent/futures/_base.py, 3.11). A waiter
 * has three words in the heap; each future that it waits for has a node that leads to it. Whoever calls holds the
 * future's monitor, and the waiter outlives its nodes.
 */
import { blockWhile } from "../blocking.ts";
import type { ThreadContext } from "../context.ts";
import { giveBack, reserve } from "../heap.ts";
import { Block } from "../layout.ts";

/** Words of a waiter. */
const Waiter = {
  /** Counted up and notified: time to look at the futures again. */
  news: 0,
  /** Futures that must still end before that. */
  left: 1,
  /** 1: one that raised is news, too. */
  stopsOnError: 2,
  words: 3,
} as const;

const Node = { next: 0, waiter: 1, words: 2 } as const;

/** A waiter that is told when `left` futures more have ended, or one that raised. */
export function createWaiter(context: ThreadContext, left: number, stopsOnError: boolean): number {
  const { memory } = context;
  const waiter = reserve(context, Waiter.words);
  memory.store(waiter + Waiter.news, 0);
  memory.store(waiter + Waiter.left, left);
  memory.store(waiter + Waiter.stopsOnError, stopsOnError ? 1 : 0);
  return waiter;
}

/** Nobody leads to it any more. */
export function dropWaiter(context: ThreadContext, waiter: number): void {
  giveBack(context, waiter, Waiter.words);
}

/** How often it was told so far. */
export function newsOf({ memory }: ThreadContext, waiter: number): number {
  return memory.load(waiter + Waiter.news);
}

/** Blocks until it is told more than `seen` times, or the deadline. Whether it was. */
export function awaitNews(context: ThreadContext, waiter: number, seen: number, deadline: number): boolean {
  const { memory, observer, thread, now } = context;
  if (newsOf(context, waiter) !== seen) return true;
  const lane = memory.load(thread + Block.lane);
  observer?.waitBegan(lane, "future", 0, Math.max(0, deadline - now()) / 1e6);
  const told = blockWhile(context, waiter + Waiter.news, seen, deadline);
  observer?.waitEnded(lane);
  return told;
}

/** Adds the waiter to a future's list. */
export function addWaiter(context: ThreadContext, list: number, waiter: number): void {
  const { memory } = context;
  const node = reserve(context, Node.words);
  memory.store(node + Node.waiter, waiter);
  memory.store(node + Node.next, memory.load(list));
  memory.store(list, node);
}

/** Takes it out again, if it is there. */
export function removeWaiter(context: ThreadContext, list: number, waiter: number): void {
  const { memory } = context;
  for (let link = list; memory.load(link) !== 0; ) {
    const node = memory.load(link);
    if (memory.load(node + Node.waiter) !== waiter) {
      link = node + Node.next;
      continue;
    }
    memory.store(link, memory.load(node + Node.next));
    giveBack(context, node, Node.words);
    return;
  }
}

/** The future of the list counts as ended. */
export function tellWaiters(context: ThreadContext, list: number, raised: boolean): void {
  const { memory } = context;
  for (let node = memory.load(list); node !== 0; node = memory.load(node + Node.next)) {
    tellWaiter(context, memory.load(node + Node.waiter), raised);
  }
}

/** One of the waiter's futures counts as ended. */
export function tellWaiter({ memory }: ThreadContext, waiter: number, raised: boolean): void {
  const last = memory.add(waiter + Waiter.left, -1) <= 1;
  if (last || (raised && memory.load(waiter + Waiter.stopsOnError) === 1)) memory.bump(waiter + Waiter.news);
}
