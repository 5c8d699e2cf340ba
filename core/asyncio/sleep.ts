/**
 * Waiting for a time. Mirrors `sleep` of `Lib/asyncio/tasks.py`.
 *
 * A sleep is a coroutine whose body is written by hand, so that `yield* sleep(0)` makes one object and no more.
 */
import { type Body, Coroutine } from "./coroutine.ts";
import { getRunningLoop } from "./events.ts";
import { Future } from "./futures.ts";
import { TimerHandle } from "./handles.ts";
import type { Scheduler } from "./scheduler.ts";

/** What all sleeps of one turn give: they need not make one each. */
const oneTurn: IteratorResult<unknown, never> = Object.freeze({ done: false, value: undefined });
const over: IteratorResult<never, undefined> = Object.freeze({ done: true, value: undefined });

/** The future inside a sleep: an observer can tell it from any other, and for how long it will last. */
export class SleepFuture extends Future<unknown> {
  /** Units of loop time. */
  readonly delay: number;

  constructor(loop: Scheduler, delay: number) {
    super(loop);
    this.delay = delay;
  }

  protected override get className(): string {
    return "Future";
  }
}

/** The timer of a sleep: it wakes the sleeper itself, with no callback between. */
export class SleepTimer extends TimerHandle {
  /** What the sleeper awaits. */
  readonly future: SleepFuture;
  private readonly result: unknown;

  constructor(when: number, future: SleepFuture, result: unknown) {
    super(when, sleep, [], future.loop);
    this.future = future;
    this.result = result;
  }

  override run(): void {
    if (!this.cancelled() && !this.future.done()) this.future.setResult(this.result);
  }
}

/** A sleep is no generator function of a program's: it has no lines. */
abstract class Sleeping<Result> extends Coroutine<Result> implements Body<Result> {
  protected readonly result: Result;
  protected begun = false;

  constructor(result: Result) {
    super();
    this.result = result;
  }

  get definition(): typeof sleep {
    return sleep;
  }

  get frame(): null {
    return null;
  }

  protected override body(): Body<Result> {
    return this;
  }

  override [Symbol.iterator](): Iterator<unknown, Result, unknown> {
    this.claim();
    return this;
  }

  abstract next(): IteratorResult<unknown, Result>;

  throw(error: unknown): IteratorResult<unknown, Result> {
    this.begun = true;
    throw error;
  }

  return(value: Result): IteratorResult<unknown, Result> {
    this.begun = true;
    return { done: true, value };
  }
}

/** Lets one turn of the loop pass: CPython's `__sleep0`. There are many, and each is as small as can be. */
class OneTurnSleep extends Sleeping<unknown> {
  next(): IteratorResult<unknown, unknown> {
    if (this.begun) return this.result === undefined ? over : { done: true, value: this.result };
    this.begun = true;
    return oneTurn;
  }
}

class TimedSleep<Result> extends Sleeping<Result> {
  private readonly delay: number;
  private timer: SleepTimer | null = null;

  constructor(delay: number, result: Result) {
    super(result);
    this.delay = delay;
  }

  next(): IteratorResult<unknown, Result> {
    if (!this.begun) return this.start();
    if (this.timer !== null) {
      this.timer.cancel();
      this.timer.future.result();
    }
    return { done: true, value: this.result };
  }

  override throw(error: unknown): IteratorResult<unknown, Result> {
    this.timer?.cancel();
    return super.throw(error);
  }

  override return(value: Result): IteratorResult<unknown, Result> {
    this.timer?.cancel();
    return super.return(value);
  }

  private start(): IteratorResult<unknown, Result> {
    this.begun = true;
    const loop = getRunningLoop();
    const future = new SleepFuture(loop, this.delay);
    this.timer = new SleepTimer(loop.time() + this.delay, future, this.result);
    loop.schedule(this.timer);
    future.blocking = true;
    return { done: false, value: future };
  }
}

/**
 * Waits for `delay` units of loop time: seconds on the page and in Node. Zero or less lets one turn of the loop pass.
 * Gives `result`.
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<Result>(delay: number, result: Result): Coroutine<Result>;
export function sleep(delay: number, result?: unknown): Coroutine<unknown> {
  return delay > 0 ? new TimedSleep(delay, result) : new OneTurnSleep(result);
}
