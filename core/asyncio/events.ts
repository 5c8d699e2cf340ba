/**
 * The event loop: futures, tasks and running until one is done. Mirrors the other half of `BaseEventLoop`
 * (`Lib/asyncio/base_events.py`); scheduler.ts has the turn.
 *
 * How a loop is driven depends on its clock. On the virtual clock it runs to the end in one call; on a host it runs
 * in pieces, and what runs it gives a promise. Both are the subclass's; `settleWhen` is where they differ.
 */
import { repr } from "../programs/repr.ts";
import type { ConcurrentFuture } from "./concurrent-future.ts";
import {
  type Awaitable,
  asCoroutine,
  type Coroutine,
  type CoroutineLike,
  isAwaitable,
  isCoroutine,
} from "./coroutine.ts";
import { keepQuietAbout, reportDestroyed } from "./destroyed-pending.ts";
import { RuntimeError, ValueError } from "./exceptions.ts";
import type { Executor } from "./executor.ts";
import { Future } from "./futures.ts";
import { dropUnawaited, warnUnawaited } from "./never-awaited.ts";
import { dropUnretrieved, reportUnretrieved } from "./never-retrieved.ts";
import { runningScheduler, setRunningScheduler } from "./running.ts";
import { Scheduler } from "./scheduler.ts";
import { dropTasksOf, Task, tasksOf } from "./tasks.ts";

/** Decides the class of what `createTask` returns. */
export type TaskFactory = <Result>(
  loop: EventLoop,
  coroutine: Coroutine<Result>,
  name: string | number,
) => Task<Result>;

export interface TaskOptions {
  readonly name?: string;
}

export abstract class EventLoop extends Scheduler {
  #running = false;
  #stopping = false;
  #taskNumber = 0;
  #taskFactory: TaskFactory | null = null;
  #executor: Executor | null = null;

  createFuture<Result>(): Future<Result> {
    const future = new Future<Result>(this);
    if (this.observer !== null) this.observer.futureCreated(future);
    return future;
  }

  /** Schedules a coroutine, as a task of its own. @throws RuntimeError when the loop is closed, TypeError for no coroutine. */
  createTask<Result>(coroutine: CoroutineLike<Result>, options: TaskOptions = {}): Task<Result> {
    this.checkClosed();
    refuseNoCoroutine(coroutine);
    const driven = asCoroutine(coroutine);
    const name = options.name ?? ++this.#taskNumber;
    return this.#taskFactory === null ? new Task(driven, this, name) : this.#taskFactory(this, driven, name);
  }

  /** Decides the class of this loop's tasks; null for `Task` itself. */
  setTaskFactory(factory: TaskFactory | null): void {
    this.#taskFactory = factory;
  }

  getTaskFactory(): TaskFactory | null {
    return this.#taskFactory;
  }

  /**
   * Runs until a future, or a coroutine made into a task, is done. On the virtual clock the result itself; on a
   * host a promise of it, settled in the turn in which the loop stops. Fails as the future failed.
   */
  runUntilComplete<Result>(awaitable: Awaitable<Result>): Result | Promise<Result> {
    this.checkCanRun();
    const future = ensureFutureOn(this, awaitable);
    // An error is raised if it does not end: nobody needs to be told that its task was destroyed.
    if (future !== awaitable) keepQuietAbout(future);
    return this.runUntilDone(future, (stopped) => {
      if (stopped !== null) throw stopped;
      return future.result();
    });
  }

  /**
   * Runs until a future is done, or the loop was stopped before: then there is an error that says so. Then `proceed` in
   * the same turn; gives what that gives.
   */
  runUntilDone<Result, Outcome>(
    future: Future<Result>,
    proceed: (stopped: RuntimeError | null) => Outcome | Promise<Outcome>,
  ): Outcome | Promise<Outcome> {
    this.checkCanRun();
    future.addDoneCallback(runUntilCompleteCallback);
    try {
      return this.drive(() => {
        future.removeDoneCallback(runUntilCompleteCallback);
        return proceed(future.done() ? null : new RuntimeError("Event loop stopped before Future completed."));
      });
    } catch (error) {
      future.removeDoneCallback(runUntilCompleteCallback);
      throw error;
    }
  }

  /** Runs until `stop()`. On a host a promise, settled in the turn in which the loop stops. */
  runForever(): void | Promise<void> {
    this.checkCanRun();
    return this.drive(() => {});
  }

  /** Stops at the end of the turn that runs, or of the next one. */
  stop(): void {
    this.#stopping = true;
    if (this.idle) this.wake();
  }

  /** @throws RuntimeError while it runs. */
  close(): void {
    if (this.#running) throw new RuntimeError("Cannot close a running event loop");
    if (this.isClosed()) return;
    this.closeScheduler(() => {
      reportUnretrieved(this);
      reportDestroyed(dropTasksOf(this));
      warnUnawaited(this);
    });
  }

  /** It is left where it stands, and says nothing more: whoever ran it listens no longer. */
  abandon(): void {
    this.stop();
    dropUnretrieved(this);
    dropUnawaited(this);
    dropTasksOf(this);
  }

  /**
   * Has `callback` called, on this loop's thread, when a pool's future has ended. A loop whose pools run in other threads
   * has its own way to be told.
   */
  whenEnded<Result>(future: ConcurrentFuture<Result>, callback: () => void): void {
    future.addDoneCallback(callback);
  }

  /** Says where `toThread` has functions called. */
  setDefaultExecutor(executor: Executor): void {
    this.#executor = executor;
  }

  /** Has `target(...args)` called in a thread of this loop's default executor. @throws RuntimeError when it has none. */
  submit<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    args: Args,
  ): ConcurrentFuture<Result> {
    if (this.#executor !== null) return this.#executor.submit(target, args);
    throw new RuntimeError(`this loop has no threads, so ${target.name || "the function"} can't be called in one`);
  }

  isRunning(): boolean {
    return this.#running;
  }

  override toString(): string {
    return `<${this.constructor.name} running=${title(this.#running)} closed=${title(this.isClosed())} debug=${title(this.getDebug())}>`;
  }

  /** Runs turns until the loop is to stop, then `proceed`. */
  protected abstract drive<Outcome>(proceed: () => Outcome | Promise<Outcome>): Outcome | Promise<Outcome>;

  protected get stopping(): boolean {
    return this.#stopping;
  }

  protected began(): void {
    this.#running = true;
  }

  protected ended(): void {
    this.#running = false;
    this.#stopping = false;
  }

  /** Runs at most `most` callbacks of the turn, as the loop that runs now. Returns how many it ran. */
  protected runAsCurrent(most: number): number {
    setRunningScheduler(this);
    try {
      return this.runReady(most);
    } finally {
      setRunningScheduler(null);
    }
  }

  protected checkClosed(): void {
    if (this.isClosed()) throw new RuntimeError("Event loop is closed");
  }

  protected checkCanRun(): void {
    this.checkClosed();
    if (this.#running) throw new RuntimeError("This event loop is already running");
    if (runningScheduler() !== null) throw new RuntimeError("Cannot run the event loop while another loop is running");
  }
}

/** A future as it is; a coroutine, or any other awaitable, as a task on `loop`. */
export function ensureFutureOn<Result>(loop: EventLoop, awaitable: Awaitable<Result>): Future<Result> {
  if (awaitable instanceof Future) {
    if (awaitable.loop === loop) return awaitable;
    throw new ValueError("The future belongs to a different loop than the one specified as the loop argument");
  }
  if (!isAwaitable(awaitable)) throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
  return loop.createTask(asCoroutine(awaitable));
}

function refuseNoCoroutine(given: unknown): void {
  if (!isCoroutine(given)) throw new TypeError(`a coroutine was expected, got ${repr(given)}`);
}

/** The loop that runs now. @throws RuntimeError when none does. */
export function getRunningLoop(): EventLoop {
  const running = runningScheduler();
  if (running instanceof EventLoop) return running;
  throw new RuntimeError("no running event loop");
}

/** The tasks of a loop that are not done, oldest first. */
export function allTasks(loop: EventLoop = getRunningLoop()): Task<unknown>[] {
  return tasksOf(loop);
}

/** CPython's `_run_until_complete_cb`. */
function runUntilCompleteCallback(future: Future<unknown>): void {
  if (!future.cancelled()) future.exception();
  if (future.loop instanceof EventLoop) future.loop.stop();
}

function title(value: boolean): string {
  return value ? "True" : "False";
}
