/**
 * A result that is not there yet. Mirrors `Lib/asyncio/futures.py`.
 *
 * Invariants: a future settles at most once; its callbacks are then scheduled in the order in which they were
 * added, each once, and `callbacks` is null from then on. Awaiting a future that is done does not suspend.
 *
 * A future is its own iterator and keeps no state as such: any number of coroutines can await one, and none of
 * them allocates anything for it. Its private methods are TypeScript's: JavaScript's own would mark each instance,
 * eight bytes a class, and there may be a hundred thousand.
 */
import type { Awaitable } from "./coroutine.ts";
import { CancelledError, InvalidStateError, RuntimeError } from "./exceptions.ts";
import { type FutureView, futureRepr, printOnce } from "./future-repr.ts";
import type { Callback } from "./handles.ts";
import { expectRetrieval, type FailureView, forgetUnretrieved, watchUnretrieved } from "./never-retrieved.ts";
import type { Observed } from "./observer.ts";
import type { Scheduler } from "./scheduler.ts";

/** FAILED is Python's FINISHED with an exception. */
export type FutureState = "PENDING" | "CANCELLED" | "FINISHED" | "FAILED";

/** A task that awaits a future: it is scheduled as it is, without a handle of its own. */
export interface Waiter {
  /** What it waits for is done. */
  scheduleWakeup(settled: Observed): void;
}

export class Future<Result> implements Awaitable<Result>, Observed {
  traceSlot = -1;
  /** Handed up by `yield*` and not yet taken by a task: tells `yield* future` from `yield future`. */
  blocking = false;
  readonly loop: Scheduler;
  protected state: FutureState = "PENDING";
  /** The result, the exception, or the CancelledError that ended a task; which of them, `state` says. */
  protected value: unknown = undefined;
  protected cancelMessage: string | undefined = undefined;
  private waiting: Waiter | Callback | (Waiter | Callback)[] | null = null;

  constructor(loop: Scheduler) {
    this.loop = loop;
  }

  done(): boolean {
    return this.state !== "PENDING";
  }

  cancelled(): boolean {
    return this.state === "CANCELLED";
  }

  /** Whether it ended with an exception. */
  failed(): boolean {
    return this.state === "FAILED";
  }

  /** @throws the exception, CancelledError, or InvalidStateError while it is pending. */
  result(): Result {
    if (this.state === "FINISHED") return this.takeResult();
    if (this.state === "CANCELLED") throw this.makeCancelledError();
    if (this.state === "PENDING") throw new InvalidStateError("Result is not set.");
    this.retrieve();
    throw this.value;
  }

  /** The exception, null if there is none. @throws CancelledError, or InvalidStateError while it is pending. */
  exception(): unknown {
    if (this.state === "CANCELLED") throw this.makeCancelledError();
    if (this.state === "PENDING") throw new InvalidStateError("Exception is not set.");
    if (this.state === "FINISHED") return null;
    this.retrieve();
    return this.value;
  }

  /** Calls back in the turn after it is done; in the next turn if it is done already. */
  addDoneCallback(callback: (future: this) => unknown): void {
    if (this.state === "PENDING") this.addCallback(callback);
    else this.loop.scheduleDoneCallback(callback, this);
  }

  /** Removes every mention of a callback. Returns how many there were. */
  removeDoneCallback(callback: (future: this) => unknown): number {
    if (this.waiting === null) return 0;
    const before = this.callbacks;
    const after = before.filter((each) => each !== callback);
    this.waiting = after.length === 0 ? null : after;
    return before.length - after.length;
  }

  /** Schedules a task once this is done; it must be pending. */
  addWaiter(waiter: Waiter): void {
    this.addCallback(waiter);
  }

  /** @throws InvalidStateError when it is done. */
  setResult(result: Result): void {
    if (this.state !== "PENDING") throw new InvalidStateError("invalid state");
    this.settle("FINISHED", result);
  }

  /** @throws InvalidStateError when it is done. */
  setException(exception: unknown): void {
    if (this.state !== "PENDING") throw new InvalidStateError("invalid state");
    this.fail(exception);
  }

  /** The loop that it belongs to. */
  getLoop(): Scheduler {
    return this.loop;
  }

  /** False when it is done already. `msg` reaches the first that awaits it. An error is then no longer reported. */
  cancel(msg?: string): boolean {
    if (this.state !== "PENDING") {
      this.retrieve();
      return false;
    }
    this.cancelMessage = msg;
    this.settle("CANCELLED", undefined);
    return true;
  }

  /** What to raise for a cancelled future. The error that ended a task comes out once; after that, a new one. */
  makeCancelledError(): CancelledError {
    if (this.state === "CANCELLED" && this.value instanceof CancelledError) {
      const ended = this.value;
      this.value = undefined;
      return ended;
    }
    return new CancelledError(this.cancelMessage);
  }

  /** The result or the exception of one that is done, without counting as asking for it: for observers. */
  get outcome(): unknown {
    return this.value;
  }

  /** What `cancel` was told last. */
  get cancelMsg(): string | undefined {
    return this.cancelMessage;
  }

  /** Those to be told when it is done, in order. */
  get callbacks(): readonly (Waiter | Callback)[] {
    return this.waiting === null ? [] : [this.waiting].flat();
  }

  [Symbol.iterator](): Iterator<unknown, Result, unknown> {
    return this;
  }

  /** As an iterator: hands itself up while it is pending, and is done with the result once it is. */
  next(): IteratorResult<unknown, Result> {
    if (this.state !== "PENDING") return this.nextOfDone();
    if (this.blocking) {
      this.blocking = false;
      throw new RuntimeError("await wasn't used with future");
    }
    this.blocking = true;
    return { done: false, value: this };
  }

  private nextOfDone(): IteratorResult<unknown, Result> {
    const { observer } = this.loop;
    if (observer !== null && this.state === "CANCELLED") observer.cancelledAwaited(this);
    return { done: true, value: this.result() };
  }

  /** As an iterator: what is thrown in at the `yield*` goes straight on to the one who awaits. */
  throw(error: unknown): IteratorResult<unknown, Result> {
    throw error;
  }

  /** `<Future finished result=42>`. */
  toString(): string {
    return printOnce(this, () => futureRepr(this.className, this.reprState()));
  }

  /** What it is called when printed. */
  protected get className(): string {
    return this.constructor.name;
  }

  /** What `repr` shows. */
  protected reprState(): FutureView {
    const failed = this.state === "FAILED";
    const state = failed ? "finished" : this.state.toLowerCase();
    return { state, value: this.value, failed, callbacks: this.callbacks };
  }

  /** Settles with an exception; it is reported if nobody ever asks for it. */
  protected fail(exception: unknown): void {
    const isAwaited = this.waiting !== null;
    this.settle("FAILED", exception);
    if (isAwaited) expectRetrieval(this);
    else watchUnretrieved(this);
  }

  /** What is told of it when nobody asks for its exception. */
  failureView(): FailureView {
    return { className: this.className, view: this.reprState() };
  }

  /** The only way out of PENDING. */
  protected settle(state: FutureState, value: unknown): void {
    this.state = state;
    this.value = value;
    const { observer } = this.loop;
    if (observer !== null) observer.futureSettled(this);
    const callbacks = this.waiting;
    if (callbacks === null) return;
    this.waiting = null;
    if (!Array.isArray(callbacks)) this.scheduleCallback(callbacks);
    else for (const callback of callbacks) this.scheduleCallback(callback);
  }

  private scheduleCallback(callback: Waiter | Callback): void {
    if (typeof callback === "function") this.loop.scheduleDoneCallback(callback, this);
    else callback.scheduleWakeup(this);
  }

  private addCallback(callback: Waiter | Callback): void {
    if (this.waiting === null) this.waiting = callback;
    else if (Array.isArray(this.waiting)) this.waiting.push(callback);
    else this.waiting = [this.waiting, callback];
  }

  private retrieve(): void {
    if (this.state === "FAILED") forgetUnretrieved(this);
  }

  /** The one door from `value` to a result: `state` is FINISHED, so it is what `setResult` was given. */
  private takeResult(): Result;
  private takeResult(): unknown {
    return this.value;
  }
}

/** Whether a value is a future; a task is one. */
export function isFuture(value: unknown): value is Future<unknown> {
  return value instanceof Future;
}
