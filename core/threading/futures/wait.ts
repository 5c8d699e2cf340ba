/**
 * Python's `concurrent.futures.wait` and `as_completed` (Lib/concurrent/futures/_base.py, 3.11). A cancelled future
 * counts as done only when an executor has noticed that.
 */
import { currentContext, type ThreadContext } from "../context.ts";
import { TimeoutError, ValueError } from "../exceptions.ts";
import { inMonitor } from "../monitor.ts";
import { SharedObject } from "../shared-object.ts";
import { loopDeadline, waitDeadline } from "../timeouts.ts";
import type { Future } from "./future.ts";
import { FutureCell, hasRaised, isCounted } from "./future-cell.ts";
import { addWaiter, awaitNews, createWaiter, dropWaiter, newsOf, removeWaiter, tellWaiter } from "./future-waiters.ts";

export type ReturnWhen = "FIRST_COMPLETED" | "FIRST_EXCEPTION" | "ALL_COMPLETED";

export interface WaitOptions {
  /** Seconds. */
  readonly timeout?: number | null;
  readonly returnWhen?: ReturnWhen;
}

export interface DoneAndNotDone<Result> {
  readonly done: ReadonlySet<Future<Result>>;
  readonly notDone: ReadonlySet<Future<Result>>;
}

const modes: ReadonlySet<string> = new Set<ReturnWhen>(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]);

/** Blocks until the first, the first that threw, or all have ended, or the time is up. @throws ValueError for another mode. */
export function wait<Result>(
  futures: Iterable<Future<Result>>,
  { timeout, returnWhen = "ALL_COMPLETED" }: WaitOptions = {},
): DoneAndNotDone<Result> {
  const context = currentContext();
  const all = new Set(futures);
  if ([...all].some((future) => !counts(context, future))) {
    // As in Python, where nothing is to be waited for no mode is wrong.
    if (!modes.has(returnWhen)) throw new ValueError(`Invalid return condition: '${returnWhen}'`);
    const left = returnWhen === "FIRST_COMPLETED" ? 1 : all.size;
    const waiter = createWaiter(context, left, returnWhen === "FIRST_EXCEPTION");
    install(context, all, waiter);
    try {
      if (newsOf(context, waiter) === 0) awaitNews(context, waiter, 0, waitDeadline(context.now, timeout));
    } finally {
      uninstall(context, all, waiter);
    }
  }
  const notDone = new Set([...all].filter((future) => !counts(context, future)));
  return { done: new Set([...all].filter((future) => !notDone.has(future))), notDone };
}

/** Gives each future as it ends; those that have ended first. @throws TimeoutError when `timeout` seconds are up. */
export function* asCompleted<Result>(
  futures: Iterable<Future<Result>>,
  timeout?: number | null,
): Generator<Future<Result>, void> {
  const context = currentContext();
  const begun = context.now();
  let deadline: number | undefined;
  const pending = new Set(futures);
  const total = pending.size;
  const waiter = createWaiter(context, 1, false);
  const installed = [...pending];
  install(context, installed, waiter);
  try {
    while (pending.size > 0) {
      const seen = newsOf(context, waiter);
      const ended = [...pending]
        .filter((future) => counts(context, future))
        .sort((a, b) => nth(context, a) - nth(context, b));
      for (const future of ended) {
        pending.delete(future);
        yield future;
      }
      if (ended.length > 0) continue;
      deadline ??= loopDeadline(() => begun, timeout);
      if (deadline <= context.now()) throw new TimeoutError(`${pending.size} (of ${total}) futures unfinished`);
      awaitNews(context, waiter, seen, deadline);
    }
  } finally {
    uninstall(context, installed, waiter);
  }
}

/** Adds the waiter to each future that does not count yet; the others tell it at once. */
function install<Result>(context: ThreadContext, futures: Iterable<Future<Result>>, waiter: number): void {
  for (const future of futures) {
    inFuture(context, future, (list) => {
      if (!counts(context, future)) addWaiter(context, list, waiter);
      else tellWaiter(context, waiter, hasRaised(context, SharedObject.addressOf(future)));
    });
  }
}

function uninstall<Result>(context: ThreadContext, futures: Iterable<Future<Result>>, waiter: number): void {
  for (const future of futures) inFuture(context, future, (list) => removeWaiter(context, list, waiter));
  dropWaiter(context, waiter);
}

function inFuture<Result>(context: ThreadContext, future: Future<Result>, body: (list: number) => void): void {
  const cell = SharedObject.addressOf(future);
  inMonitor(context, cell + FutureCell.monitor, () => body(cell + FutureCell.waiters));
}

function counts<Result>({ memory }: ThreadContext, future: Future<Result>): boolean {
  return isCounted(memory.load(SharedObject.addressOf(future) + FutureCell.state));
}

function nth<Result>({ memory }: ThreadContext, future: Future<Result>): number {
  return memory.load(SharedObject.addressOf(future) + FutureCell.nth);
}
