/**
 * Threads that wait to be woken, in the order in which they came: the heart of Python's `Condition`, where each waiter
 * has a lock of its own. Here it has a word in its block, since a thread waits in one queue at a time.
 * Two words, head and tail; whoever calls guards them. Invariants: who is in the queue was not woken yet; who was woken
 * is out of it; one that is dead is passed over, so that no wake-up is lost on it.
 */
import { blockWhile } from "./blocking.ts";
import type { ThreadContext } from "./context.ts";
import { Block, ThreadState } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";
import { enterMonitor, inMonitor, leaveMonitor } from "./monitor.ts";
import type { BlockedFor } from "./observer.ts";

/** Words of a queue. */
export const QueueCell = { head: 0, tail: 1, words: 2 } as const;

/** What a waiting thread is recorded to wait for. */
export interface WaitReason {
  readonly why: BlockedFor;
  /** The observer's number of what it waits for; 0 for none. */
  readonly on: number;
}

/** Puts the current thread at the end. */
export function joinQueue({ memory, thread }: ThreadContext, queue: number): void {
  memory.store(thread + Block.woken, 0);
  memory.store(thread + Block.waitNext, 0);
  const tail = memory.load(queue + QueueCell.tail);
  if (tail === 0) memory.store(queue + QueueCell.head, thread);
  else memory.store(tail + Block.waitNext, thread);
  memory.store(queue + QueueCell.tail, thread);
}

/** Takes the current thread out, if it was not woken. Whether it was. */
export function leaveQueue({ memory, thread }: ThreadContext, queue: number): boolean {
  if (memory.load(thread + Block.woken) === 1) return true;
  let before = 0;
  for (let at = memory.load(queue + QueueCell.head); at !== 0; at = memory.load(at + Block.waitNext)) {
    if (at === thread) {
      const next = memory.load(at + Block.waitNext);
      if (before === 0) memory.store(queue + QueueCell.head, next);
      else memory.store(before + Block.waitNext, next);
      if (next === 0) memory.store(queue + QueueCell.tail, before);
      break;
    }
    before = at;
  }
  return false;
}

/** Blocks the current thread until it is woken, or the deadline. Guards nothing. */
export function awaitWaking(context: ThreadContext, deadline: number, { why, on }: WaitReason): boolean {
  const { memory, observer, thread, now } = context;
  const word = thread + Block.woken;
  if (memory.load(word) === 1) return true;
  if (observer === null) return blockWhile(context, word, 0, deadline);
  const lane = memory.load(thread + Block.lane);
  observer.waitBegan(lane, why, on, Math.max(0, deadline - now()) / 1e6);
  const woken = blockWhile(context, word, 0, deadline);
  observer.waitEnded(lane);
  return woken;
}

/** How many wait. */
export function queueLength(memory: SharedMemory, queue: number): number {
  let length = 0;
  for (let at = memory.load(queue + QueueCell.head); at !== 0; at = memory.load(at + Block.waitNext)) length += 1;
  return length;
}

/** Wakes the first `count` threads. */
export function wake(memory: SharedMemory, queue: number, count: number): void {
  let left = count;
  while (left > 0) {
    const first = memory.load(queue + QueueCell.head);
    if (first === 0) return;
    const next = memory.load(first + Block.waitNext);
    memory.store(queue + QueueCell.head, next);
    if (next === 0) memory.store(queue + QueueCell.tail, 0);
    if (memory.load(first + Block.state) === ThreadState.stopped) continue;
    memory.announce(first + Block.woken, 1);
    left -= 1;
  }
}

/** Wakes all of them. */
export function wakeAll(memory: SharedMemory, queue: number): void {
  wake(memory, queue, Number.POSITIVE_INFINITY);
}

/**
 * Inside the monitor at `monitor`: leaves it, waits in the queue, and stays outside. Returns whether it was woken; false
 * when the deadline came first. Who is woken has no need of the monitor, which its waker may still be in.
 */
export function leaveAndWait(
  context: ThreadContext,
  monitor: number,
  queue: number,
  deadline: number,
  reason: WaitReason,
): boolean {
  joinQueue(context, queue);
  leaveMonitor(context.memory, monitor);
  return awaitWaking(context, deadline, reason) || inMonitor(context, monitor, () => leaveQueue(context, queue));
}

/** As `leaveAndWait`, and comes back into the monitor. */
export function waitInside(
  context: ThreadContext,
  monitor: number,
  queue: number,
  deadline: number,
  reason: WaitReason,
): boolean {
  joinQueue(context, queue);
  leaveMonitor(context.memory, monitor);
  const woken = awaitWaking(context, deadline, reason);
  enterMonitor(context, monitor);
  return woken || leaveQueue(context, queue);
}
