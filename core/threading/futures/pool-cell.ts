/**
 * A thread pool as shared memory holds it, with its queue of work (`queue.SimpleQueue` in CPython) and its count of idle
 * workers. Invariant: an item of work is taken once; the end of work stays in the queue, for each worker to see.
 */
import type { ThreadContext } from "../context.ts";
import { inMonitor } from "../monitor.ts";
import { DequeCell, dequeLength, pushValue, shiftValue } from "../shared-deque.ts";
import { QueueCell, waitInside, wake } from "../wait-queue.ts";

/** Words of a pool. */
export const PoolCell = {
  next: 0,
  /** Guards submitting and shutting down. */
  shutdownLock: 1,
  queueMonitor: 2,
  queue: 3,
  items: 3 + QueueCell.words,
  idle: 3 + QueueCell.words + DequeCell.words,
  maxWorkers: 10,
  /** How many workers it has, and the head of the list of their nodes. */
  workers: 11,
  firstWorker: 12,
  shutdown: 13,
  broken: 14,
  /** Text cells; 0 for none. */
  prefix: 15,
  initializer: 16,
  initargs: 17,
  words: 18,
} as const;

/** Words of a worker's node: the next one, the thread's address. */
export const WorkerNode = { next: 0, thread: 1, words: 2 } as const;

/** Work for a worker: the address of a future with its call. `null`: there is no more. */
export type Work = number | null;

/** Adds to the queue and wakes a worker. */
export function putWork(context: ThreadContext, pool: number, work: Work): void {
  inMonitor(context, pool + PoolCell.queueMonitor, () => {
    pushValue(context, pool + PoolCell.items, work);
    wake(context.memory, pool + PoolCell.queue, 1);
  });
}

/** Takes the oldest item out; blocks while there is none. */
export function takeWork(context: ThreadContext, pool: number): Work {
  const monitor = pool + PoolCell.queueMonitor;
  return inMonitor(context, monitor, () => {
    while (dequeLength(context, pool + PoolCell.items) === 0) {
      waitInside(context, monitor, pool + PoolCell.queue, Number.POSITIVE_INFINITY, { why: "message", on: 0 });
    }
    return shiftValue<Work>(context, pool + PoolCell.items);
  });
}

/** Takes all futures out that are there; the end of work goes with them. */
export function takeAll(context: ThreadContext, pool: number): readonly number[] {
  return inMonitor(context, pool + PoolCell.queueMonitor, () => {
    const all: number[] = [];
    while (dequeLength(context, pool + PoolCell.items) > 0) {
      const work = shiftValue<Work>(context, pool + PoolCell.items);
      if (work !== null) all.push(work);
    }
    return all;
  });
}

/** A worker has nothing to do. */
export function becomeIdle({ memory }: ThreadContext, pool: number): void {
  memory.add(pool + PoolCell.idle, 1);
}

/** Counts one idle worker less, if there is one. Whether there was. */
export function takeIdle({ memory }: ThreadContext, pool: number): boolean {
  for (;;) {
    const idle = memory.load(pool + PoolCell.idle);
    if (idle === 0) return false;
    if (memory.swap(pool + PoolCell.idle, idle, idle - 1)) return true;
  }
}
