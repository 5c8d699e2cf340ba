/**
 * The programs that measure core/asyncio, on whatever host: the same as those of cpython.py.
 */
import {
  type Coroutine,
  coroutine,
  createTask,
  type EventLoop,
  type Future,
  getRunningLoop,
  sleep,
  type Task,
  wait,
} from "../../../core/asyncio/index.ts";
import { bytesInUse, perSecond } from "./rows.ts";

const turning = coroutine(function* turning(turns: number) {
  for (let turn = 0; turn < turns; turn++) yield* sleep(0);
});

export const switches = coroutine(function* switches(tasks: number, total: number) {
  const turns = Math.floor(total / tasks);
  const turners = Array.from({ length: tasks }, () => createTask(turning(turns)));
  const begun = performance.now();
  for (const turner of turners) yield* turner;
  return perSecond(turns * tasks, performance.now() - begun);
});

const nest: (depth: number, turns: number) => Coroutine<void> = coroutine(function* nest(
  depth: number,
  turns: number,
): Generator<unknown, void, unknown> {
  if (depth > 0) yield* nest(depth - 1, turns);
  else yield* turning(turns);
});

export const nested = coroutine(function* nested(depth: number, turns: number) {
  const begun = performance.now();
  yield* createTask(nest(depth - 1, turns));
  return perSecond(turns, performance.now() - begun);
});

const one = coroutine(function* one() {
  return 1;
});

export const createFinish = coroutine(function* createFinish(count: number) {
  const begun = performance.now();
  const tasks = Array.from({ length: count }, () => createTask(one()));
  for (const task of tasks) yield* task;
  return perSecond(count, performance.now() - begun);
});

export const waitForNothing = coroutine(function* waitForNothing(loop: EventLoop) {
  yield* loop.createFuture();
});

export const createCancel = coroutine(function* createCancel(count: number) {
  const loop = getRunningLoop();
  const begun = performance.now();
  const tasks = Array.from({ length: count }, () => createTask(waitForNothing(loop)));
  yield* sleep(0);
  for (const task of tasks) task.cancel();
  yield* wait(tasks);
  return perSecond(count, performance.now() - begun);
});

/** One task awaits a fresh future, another settles it and awaits the next: two futures a round trip. */
export const roundTrips = coroutine(function* roundTrips(count: number) {
  const loop = getRunningLoop();
  let there: Future<number> = loop.createFuture();
  let back: Future<number> = loop.createFuture();
  const answering = coroutine(function* answering() {
    for (let trip = 0; trip < count; trip++) {
      yield* there;
      there = loop.createFuture();
      back.setResult(1);
    }
  });
  const answers = createTask(answering());
  yield* sleep(0);
  const begun = performance.now();
  for (let trip = 0; trip < count; trip++) {
    back = loop.createFuture();
    there.setResult(1);
    yield* back;
  }
  const took = performance.now() - begun;
  yield* answers;
  return perSecond(count, took);
});

/** Schedules `count` callbacks, and waits until the last has run. */
export const callbacks = coroutine(function* callbacks(
  count: number,
  schedule: (at: number, callback: () => void) => void,
) {
  const done = getRunningLoop().createFuture<null>();
  let left = count;
  const callback = () => {
    left -= 1;
    if (left === 0) done.setResult(null);
  };
  const begun = performance.now();
  for (let at = 0; at < count; at++) schedule(at, callback);
  yield* done;
  return perSecond(count, performance.now() - begun);
});

export const sleeping = coroutine(function* sleeping() {
  yield* sleep(100_000);
});

/** Bytes a task that has run up to where it waits. */
export const waiting = coroutine(function* waiting(count: number, make: (loop: EventLoop) => Coroutine<void>) {
  const loop = getRunningLoop();
  const tasks: Task<void>[] = new Array(count);
  const before = bytesInUse();
  for (let at = 0; at < count; at++) tasks[at] = createTask(make(loop));
  yield* sleep(0);
  const bytes = (bytesInUse() - before) / count;
  for (const task of tasks) task.cancel();
  yield* wait(tasks);
  return bytes;
});
