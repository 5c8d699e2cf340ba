/**
 * Waiting for some of several futures. Mirrors `wait` of `Lib/asyncio/tasks.py`.
 */
import { typeName } from "../programs/type-name.ts";
import { type Coroutine, coroutine, isCoroutine } from "./coroutine.ts";
import { getRunningLoop } from "./events.ts";
import { ValueError } from "./exceptions.ts";
import { Future } from "./futures.ts";
import { refuseSingle } from "./iterable-of-futures.ts";

export const FIRST_COMPLETED = "FIRST_COMPLETED";
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
export const ALL_COMPLETED = "ALL_COMPLETED";
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

const conditions: ReadonlySet<string> = new Set<ReturnWhen>([FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED]);

export interface WaitOptions {
  /** Units of loop time; null or left out: for ever. */
  readonly timeout?: number | null;
  readonly returnWhen?: ReturnWhen;
}

export interface WaitResult<Waited> {
  readonly done: ReadonlySet<Waited>;
  readonly pending: ReadonlySet<Waited>;
}

/**
 * Waits until one, one failed, or all of the futures are done, or the time is over; cancels none of them and raises
 * nothing of theirs.
 * @throws ValueError for no futures and for another `returnWhen`, TypeError for coroutines: make tasks of them first.
 */
export function wait<Waited extends Future<unknown>>(
  futures: Iterable<Waited>,
  options: WaitOptions = {},
): Coroutine<WaitResult<Waited>> {
  return waitUntil(futures, options);
}

const waitUntil = coroutine(function* wait<Waited extends Future<unknown>>(
  given: Iterable<Waited>,
  { timeout = null, returnWhen = ALL_COMPLETED }: WaitOptions,
) {
  const futures = checked(given, returnWhen);
  const loop = getRunningLoop();
  const waiter = loop.createFuture<null>();
  const handle = timeout === null ? null : loop.callLater(timeout, releaseWaiter, waiter);
  let left = futures.size;
  const onCompletion = (future: Future<unknown>) => {
    left -= 1;
    const failed = returnWhen === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== null;
    if (left > 0 && returnWhen !== FIRST_COMPLETED && !failed) return;
    handle?.cancel();
    releaseWaiter(waiter);
  };
  for (const future of futures) future.addDoneCallback(onCompletion);
  try {
    yield* waiter;
  } finally {
    handle?.cancel();
    for (const future of futures) future.removeDoneCallback(onCompletion);
  }
  const pending = new Set<Waited>();
  for (const future of futures) if (!future.done()) pending.add(future);
  for (const future of pending) futures.delete(future);
  return { done: futures, pending };
});

/** The set of what is waited for. What is wrong is said in CPython's order. */
function checked<Waited extends Future<unknown>>(given: Iterable<Waited>, returnWhen: string): Set<Waited> {
  refuseSingle(given, "a list of futures");
  const futures = new Set(given);
  if (futures.size === 0) throw new ValueError("Set of Tasks/Futures is empty.");
  if (!conditions.has(returnWhen)) throw new ValueError(`Invalid return_when value: ${returnWhen}`);
  const others = [...futures].filter((future: unknown) => !(future instanceof Future));
  if (others.some(isCoroutine)) throw new TypeError("Passing coroutines is forbidden, use tasks explicitly.");
  if (others.length > 0) throw new TypeError(`'${typeName(others[0])}' object is no future`);
  return futures;
}

/** Ends a wait, unless it has ended. */
export function releaseWaiter(waiter: Future<null>): void {
  if (!waiter.done()) waiter.setResult(null);
}
