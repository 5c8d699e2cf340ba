/**
 * Running a program's main coroutine, and leaving nothing behind. Mirrors `Lib/asyncio/runners.py`.
 *
 * On the virtual clock everything here gives its result; on a host it gives a promise of it.
 */

import { repr } from "../programs/repr.ts";
import { type Awaitable, asCoroutine, type Coroutine, isCoroutine } from "./coroutine.ts";
import type { EventLoop } from "./events.ts";
import { RuntimeError, ValueError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { gather } from "./gather.ts";
import { getEventLoop, newEventLoop, setEventLoop } from "./policy.ts";
import { runningScheduler } from "./running.ts";
import { type Task, tasksOf } from "./tasks.ts";

export interface RunnerOptions {
  /** Whether the loop is in debug mode; as the loop has it when left out. */
  readonly debug?: boolean;
  /** How the loop is made; as the policy has it when left out, and it is then also the current one. */
  readonly loopFactory?: () => EventLoop;
}

/** Runs one coroutine after the other on a loop of its own. */
export class Runner {
  readonly #options: RunnerOptions;
  #loop: EventLoop | null = null;
  #closed = false;

  constructor(options: RunnerOptions = {}) {
    this.#options = options;
  }

  /** Its loop, made at the first call. @throws RuntimeError when it is closed. */
  getLoop(): EventLoop {
    if (this.#closed) throw new RuntimeError("Runner is closed");
    this.#loop ??= this.#makeLoop();
    return this.#loop;
  }

  /** Runs a coroutine. @throws RuntimeError while a loop runs, and when it is closed; ValueError for no coroutine. */
  run<Result>(main: Awaitable<Result>): Result | Promise<Result> {
    const driven = expectCoroutine(main);
    refuseWhileRunning("Runner.run()");
    const loop = this.getLoop();
    return loop.runUntilComplete(loop.createTask(driven));
  }

  /** Cancels what is left on its loop, waits for that, and closes the loop. */
  close(): void | Promise<void> {
    const loop = this.#loop;
    this.#closed ||= loop !== null;
    this.#loop = null;
    if (loop !== null) return shutdown(loop);
  }

  #makeLoop(): EventLoop {
    const { debug, loopFactory } = this.#options;
    const loop = loopFactory === undefined ? newEventLoop() : loopFactory();
    if (loopFactory === undefined) setEventLoop(loop);
    if (debug !== undefined) loop.setDebug(debug);
    return loop;
  }
}

/**
 * Runs a coroutine on a new loop; then cancels what is left, waits for that, and closes the loop. Gives the
 * coroutine's result.
 * @throws RuntimeError while a loop runs, ValueError for no coroutine.
 */
export function run<Result>(main: Awaitable<Result>, debug?: boolean): Result | Promise<Result> {
  return runToEnd(main, newEventLoop, debug, (task) => task.result());
}

/**
 * `asyncio.run`, wherever the loop is made: on the virtual clock, on a host, in a thread. Gives what `proceed` makes of the
 * task, once nothing is left on the loop.
 */
export function runToEnd<Result, Outcome>(
  main: Awaitable<Result>,
  createLoop: () => EventLoop,
  debug: boolean | undefined,
  proceed: (task: Task<Result>) => Outcome,
): Outcome | Promise<Outcome> {
  refuseWhileRunning("asyncio.run()");
  const driven = expectCoroutine(main);
  const loop = createLoop();
  setEventLoop(loop);
  if (debug !== undefined) loop.setDebug(debug);
  const task = loop.createTask(driven);
  try {
    return loop.runUntilDone(task, (stopped) =>
      afterShutdown(loop, () => (stopped === null ? proceed(task) : raise(stopped))),
    );
  } catch (error) {
    // Either the task's own, after the shutdown, or of what drives the loop.
    return loop.isClosed() ? raise(error) : afterShutdown(loop, () => raise(error));
  }
}

/** The helper for a console or a test: runs any awaitable on `loop`, or on the current one. */
export function runSync<Result>(
  awaitable: Awaitable<Result>,
  loop: EventLoop = getEventLoop(),
): Result | Promise<Result> {
  return loop.runUntilComplete(awaitable);
}

/** Cancels every task of a loop that does not run, waits until all have ended, and closes it. */
export function shutdown(loop: EventLoop): void | Promise<void> {
  return afterShutdown(loop, () => {});
}

function expectCoroutine<Result>(main: Awaitable<Result>): Coroutine<Result> {
  const given: unknown = main;
  if (!isCoroutine(given)) throw new ValueError(`a coroutine was expected, got ${repr(given)}`);
  return asCoroutine(main);
}

function refuseWhileRunning(what: string): void {
  if (runningScheduler() !== null) throw new RuntimeError(`${what} cannot be called from a running event loop`);
}

function afterShutdown<Outcome>(loop: EventLoop, proceed: () => Outcome): Outcome | Promise<Outcome> {
  const close = () => {
    setEventLoop(null);
    loop.close();
  };
  const left = tasksOf(loop);
  if (left.length === 0) {
    close();
    return proceed();
  }
  for (const task of left) task.cancel();
  try {
    return loop.runUntilDone(gather(left, { returnExceptions: true }), (stopped) => {
      if (stopped === null) for (const task of left) reportFailure(task);
      close();
      return stopped === null ? proceed() : raise(stopped);
    });
  } catch (error) {
    close();
    throw error;
  }
}

function reportFailure(task: Future<unknown>): void {
  if (task.cancelled() || !task.failed()) return;
  const message = "unhandled exception during asyncio.run() shutdown";
  task.loop.callExceptionHandler({ message, exception: task.exception(), task });
}

function raise(error: unknown): never {
  throw error;
}
