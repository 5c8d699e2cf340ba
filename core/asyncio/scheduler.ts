/**
 * The turn of an event loop: what is ready, what waits for its time, and in which order callbacks run. Mirrors the
 * half of `BaseEventLoop` (`Lib/asyncio/base_events.py`) that knows nothing of futures and tasks; `beginTurn` and
 * `runReady` together are `_run_once`.
 *
 * Invariants: a turn runs exactly what was ready when it began, in order; due timers go behind what was ready;
 * what a callback schedules runs in the next turn at the earliest; no callback is lost or runs twice.
 */

import { formatExceptionContext } from "./default-exception-handler.ts";
import { RuntimeError } from "./exceptions.ts";
import {
  type Callback,
  DoneCallbackHandle,
  type ExceptionContext,
  Handle,
  type HandleOwner,
  TimerHandle,
} from "./handles.ts";
import type { Clock } from "./host.ts";
import { sweepUnawaited } from "./never-awaited.ts";
import { sweepUnretrieved } from "./never-retrieved.ts";
import type { LoopObserver, Observed } from "./observer.ts";
import { Ring } from "./ring.ts";
import type { Runnable } from "./runnable.ts";
import { TimerHeap } from "./timer-heap.ts";
import { warn } from "./warnings.ts";

export type ExceptionHandler = (loop: Scheduler, context: ExceptionContext) => void;

export abstract class Scheduler implements HandleOwner {
  /** Who watches this loop; null for nobody. */
  observer: LoopObserver | null = null;
  /** In debug mode a callback or a step of a task that takes this long is warned of; loop time. */
  slowCallbackDuration = 0.1;
  protected readonly clock: Clock;
  protected readonly ready = new Ring<Runnable>();
  protected readonly timers = new TimerHeap();
  /** Whether the loop sleeps until something is scheduled or due. */
  protected idle = false;
  #turn = 0;
  #left = 0;
  #closed = false;
  #debug = false;
  #exceptionHandler: ExceptionHandler | null = null;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Now, in the loop's unit (seconds on the page and in Node). */
  time(): number {
    return this.clock.time();
  }

  /** Runs `callback` in the next turn. @throws RuntimeError when the loop is closed. */
  callSoon<Args extends unknown[]>(callback: (...args: Args) => unknown, ...args: Args): Handle {
    return this.scheduleHandle(new Handle(callback, args, this), null);
  }

  /** Schedules the call of a done callback of `settled`, which is done. */
  scheduleDoneCallback(callback: Callback, settled: Observed): void {
    this.scheduleHandle(new DoneCallbackHandle(callback, settled, this), settled);
  }

  /**
   * `callSoon` for callers outside the loop: a host's event, or a pool's future. JavaScript's threads share no
   * functions, so nobody can call it from another thread; a waiting loop wakes up either way.
   */
  callSoonThreadsafe<Args extends unknown[]>(callback: (...args: Args) => unknown, ...args: Args): Handle {
    return this.scheduleHandle(new Handle(callback, args, this), null);
  }

  /** Runs `callback` after `delay` units of loop time. @throws RuntimeError when the loop is closed. */
  callLater<Args extends unknown[]>(delay: number, callback: (...args: Args) => unknown, ...args: Args): TimerHandle {
    return this.schedule(new TimerHandle(this.time() + delay, callback, args, this));
  }

  /** Runs `callback` at loop time `when`. @throws RuntimeError when the loop is closed. */
  callAt<Args extends unknown[]>(when: number, callback: (...args: Args) => unknown, ...args: Args): TimerHandle {
    return this.schedule(new TimerHandle(when, callback, args, this));
  }

  private scheduleHandle(handle: Handle, settled: Observed | null): Handle {
    if (this.observer !== null) this.observer.callbackReady(handle, settled);
    this.enqueue(handle);
    return handle;
  }

  /** Puts something at the end of what is ready: a handle, or a task's next step. */
  enqueue(runnable: Runnable): void {
    if (this.#closed) throw new RuntimeError("Event loop is closed");
    this.ready.push(runnable);
    if (this.idle) this.wake();
  }

  /** Puts a timer among those that wait for their time. */
  schedule(timer: TimerHandle): TimerHandle {
    if (this.#closed) throw new RuntimeError("Event loop is closed");
    this.timers.push(timer);
    if (this.observer !== null) this.observer.timerSet(timer);
    if (this.idle) this.wake();
    return timer;
  }

  timerCancelled(timer: TimerHandle): void {
    this.timers.noteCancelled();
    if (this.observer !== null) this.observer.timerDropped(timer);
  }

  /** Holds the loop's thread for `delay` units, and everything on the loop with it. */
  block(delay: number): void {
    if (this.observer !== null) this.observer.blockBegan(delay);
    this.clock.block(delay);
    if (this.observer !== null) this.observer.blockEnded();
  }

  /** Who is told of errors that nobody else can handle; null for the default handler. */
  setExceptionHandler(handler: ExceptionHandler | null): void {
    this.#exceptionHandler = handler;
  }

  getExceptionHandler(): ExceptionHandler | null {
    return this.#exceptionHandler;
  }

  /** Writes an error to the program's standard error. A handler of one's own may pass on to it what it does not know. */
  defaultExceptionHandler(context: ExceptionContext): void {
    warn("Log", formatExceptionContext(context));
  }

  /** Reports what nobody else can handle: to the handler that was set, else to the default one. */
  callExceptionHandler(context: ExceptionContext): void {
    if (this.#exceptionHandler === null) {
      this.defaultExceptionHandler(context);
      return;
    }
    try {
      this.#exceptionHandler(this, context);
    } catch (exception) {
      this.defaultExceptionHandler({ message: "Unhandled error in exception handler", exception, context });
    }
  }

  getDebug(): boolean {
    return this.#debug;
  }

  /** Debug mode: callbacks that hold the loop up are warned of. Costs one test a turn while it is off. */
  setDebug(enabled: boolean): void {
    this.#debug = enabled;
  }

  isClosed(): boolean {
    return this.#closed;
  }

  /** Nothing can be scheduled any more; `report` tells what is left undone, and then everything scheduled is forgotten. */
  protected closeScheduler(report: () => void): void {
    this.#closed = true;
    report();
    if (this.observer !== null) this.observer.closed();
    this.#left = 0;
    this.ready.clear();
    this.timers.clear();
  }

  /** Whether a turn has begun of which callbacks are still to run. */
  protected get midTurn(): boolean {
    return this.#left > 0;
  }

  /** Fixes the set of callbacks of the next turn: what is ready, and behind it every timer that is due. */
  protected beginTurn(): void {
    if (this.observer !== null) this.observer.turnBegan(this.#turn);
    this.timers.dropCancelled();
    if (this.timers.length > 0) this.#moveDueTimers(this.time());
    this.#left = this.ready.length;
  }

  #moveDueTimers(now: number): void {
    for (let timer = this.timers.takeDue(now); timer !== undefined; timer = this.timers.takeDue(now)) {
      if (this.observer !== null && !timer.cancelled()) this.observer.timerFired(timer);
      this.ready.push(timer);
    }
  }

  /** Runs at most `most` callbacks of the turn, and ends it with its last one. Returns how many it ran. */
  protected runReady(most: number): number {
    const ran = Math.min(this.#left, most);
    for (let todo = this.#debug ? this.#runTimed(ran) : ran; todo > 0; todo--) {
      this.#left -= 1;
      this.ready.shift()?.run();
    }
    if (this.#left === 0) this.#endTurn();
    return ran;
  }

  /** Runs callbacks as debug mode does, with a clock in hand. Returns how many are left to run: none. */
  #runTimed(todo: number): 0 {
    for (let left = todo; left > 0; left--) {
      this.#left -= 1;
      const runnable = this.ready.shift();
      const began = this.time();
      runnable?.run();
      const took = this.time() - began;
      if (took >= this.slowCallbackDuration) warn("Log", `Executing ${runnable} took ${took.toFixed(3)} seconds`);
    }
    return 0;
  }

  #endTurn(): void {
    sweepUnawaited(this);
    sweepUnretrieved();
    if (this.observer !== null) this.observer.turnEnded(this.#turn);
    this.#turn += 1;
  }

  /** Something was scheduled while the loop was idle. */
  protected abstract wake(): void;
}
