/**
 * What can be watched of a loop while it runs. The loop has one observer or none; with none every site costs one
 * test. The loop knows nothing of what an observer does; an observer must not change what it is shown, and must
 * not throw. After trio's `Instrument`.
 *
 * It is set before the loop's first task is made, and stays.
 *
 * Every object has a `traceSlot` for the observer's own number (−1: not seen yet), so that it needs no map.
 */

export interface Observed {
  traceSlot: number;
}

export interface ObservedTask extends Observed {
  getName(): string;
  /** The coroutine that it drives. */
  getCoro(): { readonly name: string };
}

export interface ObservedHandle extends Observed {
  /** The callback's name. */
  readonly name: string;
}

export interface ObservedTimer extends ObservedHandle {
  /** Loop time at which it is due. */
  readonly due: number;
}

export interface LoopObserver {
  /** The loop goes on after its host did something else, or after nothing was left to do for a while. */
  woke(): void;
  /** A turn begins: due timers fire, and its set of callbacks is fixed. Turns count from 0. */
  turnBegan(turn: number): void;
  turnEnded(turn: number): void;
  /** The loop was closed: what has not ended never will. */
  closed(): void;

  /** `callSoon`, or a done callback of `settled`. */
  callbackReady(handle: ObservedHandle, settled: Observed | null): void;
  callbackRun(handle: ObservedHandle): void;
  callbackEnded(handle: ObservedHandle): void;

  timerSet(timer: ObservedTimer): void;
  /** It was due, and goes behind what is ready. */
  timerFired(timer: ObservedTimer): void;
  /** It was cancelled before it was due. */
  timerDropped(timer: ObservedTimer): void;

  /** A future that a program or a primitive made; neither a task nor the inside of a sleep. */
  futureCreated(future: Observed): void;
  /** A future, a task or the inside of a sleep is done; those that wait for it are told right after this. */
  futureSettled(future: Observed): void;

  /** A task exists, and is scheduled at once. */
  taskCreated(task: ObservedTask): void;
  /** What the task waited for is done: it waits for its turn. */
  taskReady(task: ObservedTask, settled: Observed): void;
  /** The task runs until it suspends or is done. */
  stepBegan(task: ObservedTask): void;
  /** It waits for a future, or with `null` only for its next turn. */
  taskSuspended(task: ObservedTask, future: Observed | null): void;

  /** `cancel()` will return true. Requests made before `cancelPassedOn` of the same task travel on from this one. */
  cancelRequested(target: ObservedTask): void;
  cancelPassedOn(target: ObservedTask): void;
  /** A request made while the task ran travels on, now that it has suspended, until `cancelPassedOn`. */
  cancelForwarded(task: ObservedTask): void;
  /**
   * `CancelledError` is about to be thrown into the task's coroutine. `through` is what the task awaited, if that
   * was cancelled; null when the task itself was to be cancelled.
   */
  cancelDelivered(task: ObservedTask, through: Observed | null): void;
  /** A coroutine awaited what was cancelled before: the running task gets `CancelledError` without suspending. */
  cancelledAwaited(future: Observed): void;
  /** `uncancel()` was called. */
  uncancelled(task: ObservedTask): void;

  /** The thread is about to be held for `delay` units of loop time, and then no longer. */
  blockBegan(delay: number): void;
  blockEnded(): void;
}
