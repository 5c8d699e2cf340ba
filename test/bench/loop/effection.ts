/**
 * Effection: structured concurrency over generators. A switch is its cheapest way to wait and be resumed, an action that
 * resolves at once; its `sleep(0)` would be a timer of a whole millisecond.
 */
import { action, type Operation, run, spawn, suspend, type Task, withResolvers } from "effection";
import { amounts, bytesInUse, type Contender, perSecond } from "./rows.ts";

const nothing = () => {};

function turn(): Operation<void> {
  return action<void>((resolve) => {
    resolve();
    return nothing;
  });
}

function* turning(turns: number): Operation<void> {
  for (let done = 0; done < turns; done++) yield* turn();
}

function* spawned(count: number, operation: () => Operation<unknown>): Operation<readonly Task<unknown>[]> {
  const tasks: Task<unknown>[] = [];
  for (let at = 0; at < count; at++) tasks.push(yield* spawn(operation));
  return tasks;
}

function switches(tasks: number, total: number): Promise<number> {
  return run(function* () {
    const turns = Math.floor(total / tasks);
    const turners = yield* spawned(tasks, () => turning(turns));
    const begun = performance.now();
    for (const turner of turners) yield* turner;
    return perSecond(turns * tasks, performance.now() - begun);
  });
}

function* nest(depth: number, turns: number): Operation<void> {
  if (depth > 1) yield* nest(depth - 1, turns);
  else yield* turning(turns);
}

function nested(turns: number): Promise<number> {
  return run(function* () {
    const begun = performance.now();
    yield* nest(amounts.depth, turns);
    return perSecond(turns, performance.now() - begun);
  });
}

function* one(): Operation<number> {
  return 1;
}

function createFinish(count: number): Promise<number> {
  return run(function* () {
    const begun = performance.now();
    for (const task of yield* spawned(count, one)) yield* task;
    return perSecond(count, performance.now() - begun);
  });
}

function createCancel(count: number): Promise<number> {
  return run(function* () {
    const begun = performance.now();
    const tasks: Task<void>[] = [];
    for (let at = 0; at < count; at++) tasks.push(yield* spawn(suspend));
    for (const task of tasks) yield* task.halt();
    return perSecond(count, performance.now() - begun);
  });
}

function roundTrips(count: number): Promise<number> {
  return run(function* () {
    let there = withResolvers<number>();
    let back = withResolvers<number>();
    const answers = yield* spawn(function* () {
      for (let trip = 0; trip < count; trip++) {
        yield* there.operation;
        there = withResolvers<number>();
        back.resolve(1);
      }
    });
    const begun = performance.now();
    for (let trip = 0; trip < count; trip++) {
      back = withResolvers<number>();
      there.resolve(1);
      yield* back.operation;
    }
    const took = performance.now() - begun;
    yield* answers;
    return perSecond(count, took);
  });
}

function waitingBytes(count: number): Promise<number> {
  return run(function* () {
    const tasks: Task<void>[] = new Array(count);
    const before = bytesInUse();
    for (let at = 0; at < count; at++) tasks[at] = yield* spawn(suspend);
    const bytes = (bytesInUse() - before) / count;
    for (const task of tasks) yield* task.halt();
    return bytes;
  });
}

/** It is slower by so much that the full amounts would take minutes; a rate can be had from a part of them. */
const share = 0.1;
/** Making tasks costs it more the more there are: few are to its advantage. */
const fewTasks = 0.02;

export const effection: Contender = {
  "switches, 1 task": () => switches(1, amounts.switches * share),
  "switches, 100 tasks": () => switches(100, amounts.switches * share),
  "switches, 10000 tasks": () => switches(10_000, amounts.switches * share),
  "nested 10 deep": () => nested(amounts.nestedSwitches * share),
  "create+finish": () => createFinish(amounts.created * fewTasks),
  "create+cancel": () => createCancel(amounts.cancelled * fewTasks),
  "await round trips": () => roundTrips(amounts.roundTrips * share),
  "bytes a task waiting on a future": () => waitingBytes(amounts.waiting * share),
};
