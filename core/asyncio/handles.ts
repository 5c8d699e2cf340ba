/**
 * What `callSoon` and `callAt` give back: a callback that may still be cancelled. Mirrors `Handle` and
 * `TimerHandle` of `Lib/asyncio/events.py`.
 * Invariant: a callback runs at most once, and never after `cancel()`; what it throws goes to the loop's exception
 * handler and stops nothing.
 */
import { definitionOf } from "../programs/mark.ts";
import { shortRepr } from "../programs/repr.ts";
import type { LoopObserver, ObservedHandle, ObservedTimer } from "./observer.ts";
import type { Runnable } from "./runnable.ts";

/** What an exception handler is told: what happened, the error, and in what. */
export interface ExceptionContext {
  readonly message: string;
  readonly exception?: unknown;
  readonly future?: unknown;
  readonly task?: unknown;
  readonly handle?: Handle;
  /** What a handler was told that failed itself. */
  readonly context?: ExceptionContext;
}

/** The loop as its handles see it. */
export interface HandleOwner {
  readonly observer: LoopObserver | null;
  callExceptionHandler(context: ExceptionContext): void;
  /** A timer that waits for its time was cancelled. */
  timerCancelled(timer: TimerHandle): void;
}

/** What a callback without arguments is called with: one list for all of them. */
const noArguments: readonly unknown[] = [];

/** Any function, to be called with the arguments that were handed over with it. */
export type Callback = (...args: never[]) => unknown;

export class Handle implements Runnable, ObservedHandle {
  traceSlot = -1;
  readonly callback: Callback;
  readonly args: readonly unknown[];
  protected readonly owner: HandleOwner;
  private isCancelled = false;

  constructor(callback: Callback, args: readonly unknown[], owner: HandleOwner) {
    this.callback = callback;
    this.args = args.length === 0 ? noArguments : args;
    this.owner = owner;
  }

  get name(): string {
    return this.callback.name || "<lambda>";
  }

  cancel(): void {
    this.isCancelled = true;
  }

  cancelled(): boolean {
    return this.isCancelled;
  }

  /** Called by the loop, in the handle's turn. */
  run(): void {
    if (this.isCancelled) return;
    const { observer } = this.owner;
    if (observer !== null) observer.callbackRun(this);
    try {
      this.call();
    } catch (exception) {
      const message = `Exception in callback ${this.formatCall()}`;
      this.owner.callExceptionHandler({ message, exception, handle: this });
    }
    if (observer !== null) observer.callbackEnded(this);
  }

  toString(): string {
    return `<Handle ${this.isCancelled ? "cancelled" : this.formatCall()}>`;
  }

  protected call(): void {
    const { callback, args } = this;
    if (args.length === 0) callback();
    else Reflect.apply(callback, undefined, args);
  }

  /** `cbk(1, 2) at spinner.ts:8`. */
  protected formatCall(): string {
    return formatCallback(this.callback, this.args);
  }
}

/** The call of a future's done callback. It holds no list of arguments: there is one of these for each callback. */
export class DoneCallbackHandle extends Handle {
  private readonly future: unknown;

  constructor(callback: Callback, future: unknown, owner: HandleOwner) {
    super(callback, noArguments, owner);
    this.future = future;
  }

  protected override call(): void {
    Reflect.apply(this.callback, undefined, [this.future]);
  }

  protected override formatCall(): string {
    return formatCallback(this.callback, [this.future]);
  }
}

export class TimerHandle extends Handle implements ObservedTimer {
  /** Loop time at which it is due. */
  readonly due: number;
  /** Whether it is among the loop's timers. */
  scheduled = true;

  constructor(when: number, callback: Callback, args: readonly unknown[], owner: HandleOwner) {
    super(callback, args, owner);
    this.due = when;
  }

  /** Loop time at which it is due. */
  when(): number {
    return this.due;
  }

  override cancel(): void {
    if (!this.cancelled() && this.scheduled) this.owner.timerCancelled(this);
    super.cancel();
  }

  override toString(): string {
    const when = `when=${this.due}`;
    return `<TimerHandle ${this.cancelled() ? `cancelled ${when}` : `${when} ${this.formatCall()}`}>`;
  }
}

/** `cbk(1, 2) at spinner.ts:8`: a callback as `repr` shows it. */
export function formatCallback(callback: Callback, args: readonly unknown[]): string {
  const code = definitionOf(callback);
  const called = `${callback.name || "<lambda>"}(${args.map(shortRepr).join(", ")})`;
  return code === undefined ? called : `${called} at ${code.file}:${code.line}`;
}
