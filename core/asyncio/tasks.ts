/**
 * A future that drives a coroutine. Mirrors `Task` of `Lib/asyncio/tasks.py`.
 *
 * Invariant, as in CPython: while a task is not done, either it waits for a future (`waiter`) or its next step is
 * scheduled, and never both. So a task stands in the ready queue at most once, and can stand there itself: a
 * switch makes no handle.
 */
import type { Frame } from "../programs/code.ts";
import { setRunningOwner } from "../programs/mark.ts";
import type { Body, Coroutine } from "./coroutine.ts";
import { CancelledError, RuntimeError } from "./exceptions.ts";
import { Future, type FutureState, type Waiter } from "./futures.ts";
import type { Observed, ObservedTask } from "./observer.ts";
import type { Runnable } from "./runnable.ts";
import type { Scheduler } from "./scheduler.ts";
import { TaskList } from "./task-list.ts";
import { stackOf, taskView } from "./task-repr.ts";
import { badYield, ThrowingStep } from "./throwing-step.ts";

/** In place of an error: the step sends, and throws nothing. */
const nothing = Symbol("nothing");

const tasks = new TaskList<Task<unknown>>();
let running: Task<unknown> | null = null;

/** Made by `createTask` and `ensureFuture`, never by hand. */
export class Task<Result> extends Future<Result> implements Runnable, Waiter, ObservedTask {
  /** Neighbours among the tasks that are not done; `tasks` owns them. */
  previous: Task<unknown> | null = null;
  following: Task<unknown> | null = null;
  private readonly coroutine: Coroutine<Result>;
  private readonly body: Body<Result>;
  private nameOrNumber: string | number;
  private waiter: Future<unknown> | null = null;
  private mustCancel = false;
  private cancelRequests = 0;

  /** @param name a number stands for `Task-` and that number. */
  constructor(coroutine: Coroutine<Result>, loop: Scheduler, name: string | number) {
    super(loop);
    this.coroutine = coroutine;
    this.body = coroutine.claim();
    this.nameOrNumber = name;
    tasks.add(this);
    if (loop.observer !== null) loop.observer.taskCreated(this);
    loop.enqueue(this);
  }

  getName(): string {
    return typeof this.nameOrNumber === "number" ? `Task-${this.nameOrNumber}` : this.nameOrNumber;
  }

  setName(name: string): void {
    this.nameOrNumber = name;
  }

  /** The coroutine that it drives. */
  getCoro(): Coroutine<Result> {
    return this.coroutine;
  }

  /** Where its coroutine stands, or failed: one frame, or none. `limit` is the most frames. */
  getStack(limit: number | null = null): Frame[] {
    return stackOf(this, limit);
  }

  /** How many requests to cancel are outstanding. */
  cancelling(): number {
    return this.cancelRequests;
  }

  /** Takes one request back, for whoever has dealt with it. Returns how many remain. */
  uncancel(): number {
    if (this.cancelRequests > 0) this.cancelRequests -= 1;
    const { observer } = this.loop;
    if (observer !== null) observer.uncancelled(this);
    return this.cancelRequests;
  }

  /**
   * Asks for CancelledError at the `yield*` where the coroutine is suspended. The request goes to what the task
   * awaits, if that can be cancelled; else it is kept for the task's next step. The coroutine may refuse it.
   * @returns false when the task is done.
   */
  override cancel(msg?: string): boolean {
    if (this.done()) return super.cancel(msg);
    const { observer } = this.loop;
    if (observer !== null) observer.cancelRequested(this);
    this.cancelRequests += 1;
    if (this.waiter === null || !this.waiter.cancel(msg)) {
      this.mustCancel = true;
      this.cancelMessage = msg;
    }
    if (observer !== null) observer.cancelPassedOn(this);
    return true;
  }

  /** @throws RuntimeError always: a task's outcome is its coroutine's. */
  override setResult(_result: Result): void {
    throw new RuntimeError("Task does not support set_result operation");
  }

  /** @throws RuntimeError always: a task's outcome is its coroutine's. */
  override setException(_exception: unknown): void {
    throw new RuntimeError("Task does not support set_exception operation");
  }

  scheduleWakeup(settled: Observed): void {
    const { observer } = this.loop;
    if (observer !== null) observer.taskReady(this, settled);
    this.loop.enqueue(this);
  }

  /** The loop's call, in the task's turn: `__wakeup` when it waited for a future, else `__step`. */
  run(): void {
    const waiter = this.waiter;
    if (waiter === null) this.step(nothing);
    else this.wakeup(waiter);
  }

  private wakeup(waiter: Future<unknown>): void {
    if (waiter.cancelled()) this.step(waiter.makeCancelledError());
    else this.step(waiter.exception() ?? nothing);
  }

  /** Runs the coroutine to where it suspends next, or to its end; throws `error` into it unless that is `nothing`. */
  step(error: unknown): void {
    let thrown = error;
    let through = this.waiter;
    if (this.mustCancel) {
      if (!(thrown instanceof CancelledError)) thrown = this.makeCancelledError();
      this.mustCancel = false;
      through = null;
    }
    this.waiter = null;
    running = this;
    const { observer } = this.loop;
    if (observer !== null) {
      observer.stepBegan(this);
      if (thrown instanceof CancelledError) observer.cancelDelivered(this, through);
    }
    try {
      this.drive(thrown);
    } finally {
      running = null;
    }
  }

  private drive(thrown: unknown): void {
    let step: IteratorResult<unknown, Result>;
    try {
      step = thrown === nothing ? this.body.next() : this.body.throw(thrown);
    } catch (raised) {
      if (raised instanceof CancelledError) this.endCancelled(raised);
      else this.end("FAILED", raised);
      return;
    }
    if (step.done !== true) this.suspend(step.value);
    else if (this.mustCancel) this.cancelledTooLate();
    else this.end("FINISHED", step.value);
  }

  /** It cancelled itself and then returned without suspending: it ends cancelled, and what it returned is lost. */
  private cancelledTooLate(): void {
    this.mustCancel = false;
    const { observer } = this.loop;
    if (observer !== null) observer.cancelDelivered(this, null);
    this.end("CANCELLED", undefined);
  }

  /** The first that awaits it gets the error itself, and with it the message; any other a new one without. */
  private endCancelled(raised: CancelledError): void {
    this.cancelMessage = undefined;
    this.end("CANCELLED", raised);
  }

  private suspend(yielded: unknown): void {
    if (yielded instanceof Future) this.waitFor(yielded);
    else if (yielded === undefined) this.scheduleStep();
    else this.throwNext(badYield(this, yielded));
  }

  private waitFor(future: Future<unknown>): void {
    const awaited = future.blocking;
    future.blocking = false;
    if (future.loop !== this.loop) {
      this.throwNext(`Task ${this} got Future ${future} attached to a different loop`);
    } else if (!awaited) {
      this.throwNext(`yield was used instead of yield* in task ${this} with ${future}`);
    } else if (future === this) {
      this.throwNext(`Task cannot await on itself: ${this}`);
    } else {
      const { observer } = this.loop;
      if (observer !== null) observer.taskSuspended(this, future);
      future.addWaiter(this);
      this.waiter = future;
      if (this.mustCancel) this.forwardCancel(future);
    }
  }

  /** It was asked to cancel while it ran, and has suspended: the request goes to what it awaits, if that takes it. */
  private forwardCancel(future: Future<unknown>): void {
    const { observer } = this.loop;
    if (observer !== null) observer.cancelForwarded(this);
    if (future.cancel(this.cancelMessage)) this.mustCancel = false;
    if (observer !== null) observer.cancelPassedOn(this);
  }

  /** A bare `yield`: it lets one turn of the loop pass. */
  private scheduleStep(): void {
    const { observer } = this.loop;
    if (observer !== null) observer.taskSuspended(this, null);
    this.loop.enqueue(this);
  }

  private throwNext(message: string): void {
    const { observer } = this.loop;
    if (observer !== null) observer.taskSuspended(this, null);
    this.loop.enqueue(new ThrowingStep(this, new RuntimeError(message)));
  }

  private end(state: FutureState, value: unknown): void {
    tasks.remove(this);
    if (state === "FAILED") this.fail(value);
    else this.settle(state, value);
  }

  protected override reprState() {
    return taskView(super.reprState(), this, this.waiter);
  }
}

/** The task whose step runs now, if it is one of `loop`. */
export function runningTask(loop: Scheduler | null): Task<unknown> | null {
  return running !== null && running.loop === loop ? running : null;
}

/** The tasks of a loop that are not done, oldest first. */
export function tasksOf(loop: Scheduler): Task<unknown>[] {
  return [...tasks].filter((task) => task.loop === loop);
}

/** Lets go of the tasks of a loop that will never run again, and gives them. */
export function dropTasksOf(loop: Scheduler): readonly Task<unknown>[] {
  const left = tasksOf(loop);
  for (const task of left) tasks.remove(task);
  return left;
}

setRunningOwner(() => running?.getCoro() ?? null);
