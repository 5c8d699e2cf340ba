/**
 * Python's `concurrent.futures.Future` (Lib/concurrent/futures/_base.py, 3.11): what becomes of a call in a pool. Asking
 * for its result blocks the thread that asks.
 * Invariants: it ends once; only one that has not begun can be cancelled; callbacks run once each, in the order in which
 * they were added, in the thread that ends it, or at once in the one that adds them later.
 */

import { typeName } from "../../programs/type-name.ts";
import { nameOfBody } from "../bodies.ts";
import { currentContext, type ThreadContext } from "../context.ts";
import { CancelledError, InvalidStateError, RuntimeError, TimeoutError } from "../exceptions.ts";
import { handleAt, register } from "../handles.ts";
import { Header } from "../layout.ts";
import { enterMonitor, inMonitor, leaveMonitor } from "../monitor.ts";
import { type Attach, addressText, SharedObject } from "../shared-object.ts";
import { waitDeadline } from "../timeouts.ts";
import { getValue, putValue } from "../value-slot.ts";
import { leaveAndWait } from "../wait-queue.ts";
import { addCallback, callbacksOf, runCallback } from "./future-callbacks.ts";
import { countIn, FutureCell, FutureState, isDone, settle, stateNames, stateWords } from "./future-cell.ts";

const reason = { why: "future", on: 0 } as const;

export class Future<Result = unknown> extends SharedObject {
  override readonly kind = "Future";

  constructor(attach?: Attach) {
    super(attach?.address ?? currentContext().memory.allocate(FutureCell.words));
    register(this);
  }

  /** The future at an address that another thread handed over. */
  static at(address: number): Future {
    return handleAt(Future, address);
  }

  /** Keeps the call from beginning. False when it has begun or ended; true also when it was cancelled before. */
  cancel(): boolean {
    const cancelled = this.#inside((context, cell) => {
      const state = this.#state;
      if (state === FutureState.pending) settle(context, cell, FutureState.cancelled);
      return state === FutureState.running || state === FutureState.finished ? "no" : isDone(state) ? "before" : "now";
    });
    if (cancelled === "now") this.#runCallbacks();
    return cancelled !== "no";
  }

  cancelled(): boolean {
    return this.#state === FutureState.cancelled || this.#state === FutureState.cancelledAndNotified;
  }

  running(): boolean {
    return this.#state === FutureState.running;
  }

  done(): boolean {
    return isDone(this.#state);
  }

  /**
   * What the call returned. Blocks until it has ended, for `timeout` seconds at most.
   * @throws what the call threw. CancelledError. TimeoutError when the time was up.
   */
  result(timeout?: number | null): Result {
    const { error, context, cell } = this.#await(timeout);
    if (error !== undefined) throw error;
    return getValue<Result>(context, cell + FutureCell.result);
  }

  /** What the call threw, or null. Blocks as `result` does. @throws CancelledError. TimeoutError when the time was up. */
  exception(timeout?: number | null): Error | null {
    return this.#await(timeout).error ?? null;
  }

  /**
   * Has `callback` called with the future when it has ended: a function that the program's module exports, since another
   * thread may call it. `args` follow the future. An error in it changes nothing.
   */
  addDoneCallback<Args extends readonly unknown[]>(
    callback: (future: Future<Result>, ...args: Args) => unknown,
    ...args: Args
  ): void {
    const { program } = currentContext();
    const call = { name: nameOfBody(program, callback), args };
    const isEarly = this.#inside((context, cell) => {
      if (isDone(this.#state)) return false;
      addCallback(context, cell + FutureCell.callbacks, call);
      return true;
    });
    if (!isEarly) runCallback(call, this);
  }

  /** For executors: the call begins; false when it was cancelled before. @throws RuntimeError when it has begun. */
  setRunningOrNotifyCancel(): boolean {
    return this.#inside((context, cell) => {
      switch (this.#state) {
        case FutureState.pending:
          context.memory.store(cell + FutureCell.state, FutureState.running);
          return true;
        case FutureState.cancelled:
          this.#end(context, cell, FutureState.cancelledAndNotified, false);
          return false;
        default:
          throw new RuntimeError("Future in unexpected state");
      }
    });
  }

  /** For executors. @throws InvalidStateError when it has ended. */
  setResult(result: Result): void {
    this.#finish((context, cell) => putValue(context, cell + FutureCell.result, result), false);
  }

  /** For executors. @throws InvalidStateError when it has ended. */
  setException(error: Error): void {
    this.#finish((context, cell) => putValue(context, cell + FutureCell.exception, error), true);
  }

  /** As Python prints it: `<Future at 0x7f0000000408 state=finished returned int>`. */
  override toString(): string {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    const said = `<Future at ${addressText(this)} state=${stateWords[this.#state]}`;
    if (this.#state !== FutureState.finished) return `${said}>`;
    const error = getValue<Error | undefined>(context, cell + FutureCell.exception);
    if (error !== undefined) return `${said} raised ${error.name}>`;
    return `${said} returned ${typeName(getValue(context, cell + FutureCell.result))}>`;
  }

  #finish(put: (context: ThreadContext, cell: number) => void, raised: boolean): void {
    this.#inside((context, cell) => {
      if (isDone(this.#state)) throw new InvalidStateError(`${stateNames[this.#state]}: ${String(this)}`);
      put(context, cell);
      this.#end(context, cell, FutureState.finished, raised);
    });
    this.#runCallbacks();
  }

  #end(context: ThreadContext, cell: number, state: number, raised: boolean): void {
    context.memory.store(cell + FutureCell.nth, context.memory.add(Header.finishes, 1));
    settle(context, cell, state);
    countIn(context, cell, raised);
  }

  #await(timeout: number | null | undefined) {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    if (!this.done()) {
      const deadline = waitDeadline(context.now, timeout);
      enterMonitor(context, cell + FutureCell.monitor);
      if (this.done()) leaveMonitor(context.memory, cell + FutureCell.monitor);
      else leaveAndWait(context, cell + FutureCell.monitor, cell + FutureCell.queue, deadline, reason);
    }
    // An end is final, and is told after what the call returned or threw: nothing of it needs the monitor.
    if (this.cancelled()) throw new CancelledError();
    if (!this.done()) throw new TimeoutError();
    return { error: getValue<Error | undefined>(context, cell + FutureCell.exception), context, cell };
  }

  #runCallbacks(): void {
    const context = currentContext();
    for (const call of callbacksOf(context, SharedObject.addressOf(this) + FutureCell.callbacks))
      runCallback(call, this);
  }

  get #state(): number {
    return currentContext().memory.load(SharedObject.addressOf(this) + FutureCell.state);
  }

  #inside<Value>(body: (context: ThreadContext, cell: number) => Value): Value {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    return inMonitor(context, cell + FutureCell.monitor, () => body(context, cell));
  }
}
