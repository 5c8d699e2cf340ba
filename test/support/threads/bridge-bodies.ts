/**
 * Thread bodies and coroutines of the bridges' tests: both cross to another thread by their exported names.
 */
import { sleep as asyncSleep, coroutine } from "../../../core/asyncio/index.ts";
import { type LoopHandle, runCoroutineThreadsafe } from "../../../core/bridges/index.ts";
import {
  asCompleted,
  type Barrier,
  CancelledError,
  currentThread,
  type Event,
  type Future,
  type Queue,
  SharedCell,
  sleep,
  wait,
} from "../../../core/threading/index.ts";
import type { Json } from "../../../core/trace/event.ts";
import { thrown } from "./thrown.ts";

export function slowly(value: number, seconds: number): number {
  sleep(seconds);
  return value;
}

export function fail(message: string): never {
  throw new RangeError(message);
}

/** Who calls it: once all that were to call it do, and the loop that they were called from has turned meanwhile. */
export function whoAmI(all: Barrier, turned: Event): string {
  all.wait();
  turned.wait();
  return currentThread().name;
}

/** The name of the thread that it is called in. */
export function myName(): string {
  return currentThread().name;
}

export const soon = coroutine(function* soon(value: number, seconds: number) {
  yield* asyncSleep(seconds);
  return value;
});

export const failing = coroutine(function* failing(message: string) {
  yield* asyncSleep(0);
  throw new RangeError(message);
});

/** Never ends by itself, and says so when it is cancelled. */
export const endless = coroutine(function* endless(cancelled: SharedCell<boolean>) {
  try {
    yield* asyncSleep(3_600);
  } finally {
    cancelled.value = true;
  }
});

/** Another thread: cancels what the loop runs for it, and waits for that among others. */
export function waitForCancelled(loop: LoopHandle, answers: Queue<Json>): void {
  const cancelled = new SharedCell(false);
  const [given, kept] = [runCoroutineThreadsafe(loop, endless, cancelled), runCoroutineThreadsafe(loop, soon, 42, 0)];
  kept.result();
  given.cancel();
  const both: readonly Future[] = [given, kept];
  const { done, notDone } = wait(both);
  const inTurn = [...asCompleted(both)].map((future) => future.cancelled());
  answers.put([done.size, notDone.size, inTurn.sort()]);
}

/** Another thread: has the loop run coroutines, and puts what came of each. */
export function askLoop(loop: LoopHandle, answers: Queue<unknown>): void {
  answers.put(runCoroutineThreadsafe(loop, soon, 42, 0.05).result());
  answers.put(thrown(() => runCoroutineThreadsafe(loop, failing, "boom").result()));
  answers.put(thrown(() => runCoroutineThreadsafe(loop, soon, 1, 30).result(0.01)));
  const cancelled = new SharedCell(false);
  const future = runCoroutineThreadsafe(loop, endless, cancelled);
  sleep(0.1);
  answers.put(future.cancel());
  while (!cancelled.value) sleep(0.001);
  try {
    future.result();
  } catch (error) {
    answers.put(error instanceof CancelledError);
  }
  answers.put("over");
}
