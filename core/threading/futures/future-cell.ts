/**
 * A pool's future as shared memory holds it, and what every part of it needs: its monitor, its state, its end.
 */
import type { ThreadContext } from "../context.ts";
import { hasValue, ValueSlot } from "../value-slot.ts";
import { wakeAll } from "../wait-queue.ts";
import { tellWaiters } from "./future-waiters.ts";

export const FutureState = { pending: 0, running: 1, cancelled: 2, cancelledAndNotified: 3, finished: 4 } as const;

/** Words of a future. */
export const FutureCell = {
  monitor: 0,
  /** One of `FutureState`. */
  state: 1,
  /** Threads in `result` or `exception`. */
  queue: 2,
  result: 4,
  exception: 4 + ValueSlot.words,
  /** Heads of the lists of callbacks, newest first, and of those who `wait` for several futures. */
  callbacks: 4 + 2 * ValueSlot.words,
  waiters: 5 + 2 * ValueSlot.words,
  /** How many futures had ended before it. */
  nth: 6 + 2 * ValueSlot.words,
  /** The call that it stands for in a pool, until a worker takes it: see future-call.ts. */
  name: 7 + 2 * ValueSlot.words,
  args: 8 + 2 * ValueSlot.words,
  words: 8 + 3 * ValueSlot.words,
} as const;

/** The state's name, as Python spells it in errors. */
export const stateNames = ["PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"] as const;
/** The state in words, as `repr` has it. */
export const stateWords = ["pending", "running", "cancelled", "cancelled", "finished"] as const;

/** Whether the state is an end. */
export function isDone(state: number): boolean {
  return state >= FutureState.cancelled;
}

/** Whether `wait` and `asCompleted` count it: a cancel counts only when an executor has noticed it. */
export function isCounted(state: number): boolean {
  return state >= FutureState.cancelledAndNotified;
}

/** Whether its call threw. */
export function hasRaised(context: ThreadContext, cell: number): boolean {
  return hasValue(context, cell + FutureCell.exception);
}

/** Inside the monitor: ends the future, and wakes who waits for it alone. */
export function settle({ memory }: ThreadContext, cell: number, state: number): void {
  memory.store(cell + FutureCell.state, state);
  wakeAll(memory, cell + FutureCell.queue);
}

/** Inside the monitor: tells those who wait for several futures that this one counts. */
export function countIn(context: ThreadContext, cell: number, raised: boolean): void {
  tellWaiters(context, cell + FutureCell.waiters, raised);
}
