/**
 * An event loop in a thread: while nothing is ready it blocks its thread, as CPython's does in `select`, until its next
 * timer or until another thread has something for it (`_run_once` in `Lib/asyncio/base_events.py`).
 * Invariants: it runs to the end in one call and gives the result itself; what other threads hand over is done in the
 * order in which it came, in turns of the loop.
 */
import type { ConcurrentFuture } from "../asyncio/concurrent-future.ts";
import { isCoroutine } from "../asyncio/coroutine.ts";
import { EventLoop } from "../asyncio/events.ts";
import { bodyOfName } from "../threading/bodies.ts";
import { currentContext } from "../threading/context.ts";
import { Empty } from "../threading/exceptions.ts";
import { Future } from "../threading/futures/future.ts";
import { ThreadPoolExecutor } from "../threading/futures/thread-pool-executor.ts";
import { Queue } from "../threading/queue.ts";
import { SharedCell } from "../threading/shared-cell.ts";
import { sleep } from "../threading/sleep.ts";
import { asError, endAlike } from "./end-alike.ts";
import { type LoopCall, type LoopHandle, tellLoop } from "./loop-calls.ts";

export class ThreadEventLoop extends EventLoop {
  readonly handle: LoopHandle = { calls: new Queue<LoopCall>(), closed: new SharedCell(false) };
  readonly #noted = new Map<number, () => void>();
  #notes = 0;
  #pool: ThreadPoolExecutor | undefined;

  constructor() {
    const { now } = currentContext();
    super({ time: () => now() / 1e6, block: (delay) => sleep(delay) });
  }

  override whenEnded<Result>(future: ConcurrentFuture<Result>, callback: () => void): void {
    if (!(future instanceof Future)) {
      super.whenEnded(future, callback);
      return;
    }
    this.#notes += 1;
    this.#noted.set(this.#notes, callback);
    future.addDoneCallback(tellLoop, this.handle.calls, this.#notes);
  }

  override submit<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    args: Args,
  ): ConcurrentFuture<Result> {
    this.#pool ??= new ThreadPoolExecutor({ threadNamePrefix: "asyncio" });
    return this.#pool.submit<Args, Result>(target, ...args);
  }

  /** Takes no call any more, waits for the default pool's threads, and closes the loop. */
  override close(): void {
    this.handle.closed.value = true;
    this.#pool?.shutdown();
    super.close();
  }

  protected override drive<Outcome>(proceed: () => Outcome | Promise<Outcome>): Outcome | Promise<Outcome> {
    this.began();
    try {
      do this.#runOnce();
      while (!this.stopping);
    } finally {
      this.ended();
    }
    return proceed();
  }

  protected override wake(): void {
    // It never waits while its own thread schedules something, and another thread can only put in a call.
  }

  #runOnce(): void {
    this.timers.dropCancelled();
    const blocks = this.ready.length === 0 && !this.stopping && this.handle.calls.empty();
    if (blocks) this.#receive(this.timers.earliest());
    while (!this.handle.calls.empty()) this.#receive(0);
    this.beginTurn();
    this.runAsCurrent(Number.POSITIVE_INFINITY);
  }

  /** Takes one call in, after waiting for it until that time of the loop at most; without end when it has none. */
  #receive(until: number | undefined): void {
    const timeout = until === undefined ? null : Math.max(0, until - this.time());
    try {
      this.#accept(this.handle.calls.get(true, timeout));
    } catch (error) {
      if (!(error instanceof Empty)) throw error;
    }
  }

  #accept(call: LoopCall): void {
    switch (call[0]) {
      case "noted": {
        const callback = this.#noted.get(call[1]);
        this.#noted.delete(call[1]);
        callback?.();
        return;
      }
      case "start":
        this.callSoonThreadsafe(() => this.#start(call[1], call[2], call[3]));
    }
  }

  #start(future: Future, name: string, args: readonly unknown[]): void {
    try {
      const awaitable = bodyOfName(currentContext().program, name)(...args);
      if (!isCoroutine(awaitable)) throw new TypeError("A coroutine object is required");
      endAlike(this, this.createTask(awaitable), future);
    } catch (error) {
      if (future.setRunningOrNotifyCancel()) future.setException(asError(error));
    }
  }
}
