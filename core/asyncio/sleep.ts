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

const oneTurn: IteratorResult<unknown, never> = Object.freeze({ done: false, value: undefined });

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
  readonly #result: unknown;

  constructor(when: number, future: SleepFuture, result: unknown) {
    super(when, sleep, [], future.loop);
    this.future = future;
    this.#result = result;
  }

  override run(): void {
    if (!this.cancelled() && !this.future.done()) this.future.setResult(this.#result);
  }
}

class Sleep<Result> extends Coroutine<Result> implements Body<Result> {
  readonly #delay: number;
  readonly #result: Result;
  #begun = false;
  #timer: SleepTimer | null = null;
  #future: SleepFuture | null = null;

  constructor(delay: number, result: Result) {
    super(sleep);
    this.#delay = delay;
    this.#result = result;
  }

  protected override body(): Body<Result> {
    return this;
  }

  override [Symbol.iterator](): Iterator<unknown, Result, unknown> {
    this.claim();
    return this;
  }

  next(): IteratorResult<unknown, Result> {
    if (!this.#begun) {
      this.#begun = true;
      return this.#delay > 0 ? this.start() : oneTurn;
    }
    if (this.#future !== null) {
      this.#timer?.cancel();
      this.#future.result();
    }
    return { done: true, value: this.#result };
  }

  throw(error: unknown): IteratorResult<unknown, Result> {
    this.#begun = true;
    this.#timer?.cancel();
    throw error;
  }

  return(value: Result): IteratorResult<unknown, Result> {
    this.#begun = true;
    this.#timer?.cancel();
    return { done: true, value };
  }

  private start(): IteratorResult<unknown, Result> {
    const loop = getRunningLoop();
    const future = new SleepFuture(loop, this.#delay);
    this.#timer = new SleepTimer(loop.time() + this.#delay, future, this.#result);
    this.#future = future;
    loop.schedule(this.#timer);
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
  return new Sleep(delay, result);
}
