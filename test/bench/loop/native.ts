/**
 * JavaScript's own `async` and `await`: no loop of its own, no tasks that could be cancelled, no order of fairness but
 * that of the microtasks.
 */
import { amounts, bytesInUse, type Contender, perSecond } from "./rows.ts";

async function turning(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined;
}

async function switches(tasks: number): Promise<number> {
  const turns = Math.floor(amounts.switches / tasks);
  const begun = performance.now();
  const turners = Array.from({ length: tasks }, () => turning(turns));
  for (const turner of turners) await turner;
  return perSecond(turns * tasks, performance.now() - begun);
}

async function nest(depth: number, turns: number): Promise<void> {
  if (depth > 1) await nest(depth - 1, turns);
  else await turning(turns);
}

async function nested(): Promise<number> {
  const begun = performance.now();
  await nest(amounts.depth, amounts.nestedSwitches);
  return perSecond(amounts.nestedSwitches, performance.now() - begun);
}

async function one(): Promise<number> {
  return 1;
}

async function createFinish(): Promise<number> {
  const begun = performance.now();
  const all = Array.from({ length: amounts.created }, one);
  for (const each of all) await each;
  return perSecond(amounts.created, performance.now() - begun);
}

interface Settleable {
  readonly promise: Promise<number>;
  readonly resolve: (value: number) => void;
}

function settleable(): Settleable {
  let resolve: (value: number) => void = () => {};
  const promise = new Promise<number>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function roundTrips(): Promise<number> {
  let there = settleable();
  let back = settleable();
  const answering = async () => {
    for (let trip = 0; trip < amounts.roundTrips; trip++) {
      await there.promise;
      there = settleable();
      back.resolve(1);
    }
  };
  const answers = answering();
  const begun = performance.now();
  for (let trip = 0; trip < amounts.roundTrips; trip++) {
    back = settleable();
    there.resolve(1);
    await back.promise;
  }
  const took = performance.now() - begun;
  await answers;
  return perSecond(amounts.roundTrips, took);
}

function callbacks(count: number, schedule: (callback: () => void) => void): Promise<number> {
  return new Promise((resolve) => {
    let left = count;
    const begun = performance.now();
    const callback = () => {
      left -= 1;
      if (left === 0) resolve(perSecond(count, performance.now() - begun));
    };
    for (let at = 0; at < count; at++) schedule(callback);
  });
}

/** What waits is held by what would settle it, as with everybody else. */
async function waitingBytes(): Promise<number> {
  const held: unknown[] = new Array(amounts.waiting * 2);
  const waiting = async (on: Promise<number>) => {
    await on;
  };
  const before = bytesInUse();
  for (let at = 0; at < held.length; at += 2) {
    const future = settleable();
    held[at] = future;
    held[at + 1] = waiting(future.promise);
  }
  await undefined;
  const bytes = (bytesInUse() - before) / amounts.waiting;
  return held.length > 0 ? bytes : Number.NaN;
}

export const native: Contender = {
  "switches, 1 task": () => switches(1),
  "switches, 100 tasks": () => switches(100),
  "switches, 10000 tasks": () => switches(10_000),
  "nested 10 deep": nested,
  "create+finish": createFinish,
  "await round trips": roundTrips,
  callSoon: () => callbacks(amounts.callbacks, queueMicrotask),
  timers: () => callbacks(amounts.timers, (callback) => void setTimeout(callback, 1)),
  "bytes a task waiting on a future": waitingBytes,
};
