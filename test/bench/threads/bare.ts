/**
 * The floor: what is measured of the library, with nothing but Atomics on one word or two. The threads themselves are the
 * library's, since they are not what is measured.
 */
import { range } from "../../../core/programs/range.ts";
import { currentContext } from "../../../core/threading/context.ts";
import { Thread } from "../../../core/threading/index.ts";
import { amounts, percentile, perSecond } from "./rows.ts";

const { locks, contended, events } = amounts;

/** 0: free · 1: held · 2: held, and somebody waits. */
function acquire(words: Int32Array, at: number): void {
  if (Atomics.compareExchange(words, at, 0, 1) === 0) return;
  while (Atomics.exchange(words, at, 2) !== 0) Atomics.wait(words, at, 2);
}

function release(words: Int32Array, at: number): void {
  if (Atomics.exchange(words, at, 0) === 2) Atomics.notify(words, at, 1);
}

function lockOften(words: Int32Array, at: number, times: number): void {
  for (let turn = 0; turn < times; turn++) {
    acquire(words, at);
    release(words, at);
  }
}

function words(): Int32Array<SharedArrayBuffer> {
  return currentContext().memory.words;
}

/** Writes how late each sleep of so many ms ended, µs, from the word `at` on. */
function tick(at: number, count: number, ms: number): void {
  const own = words();
  const { now } = currentContext();
  for (let turn = 0; turn < count; turn++) {
    const begun = now();
    Atomics.wait(own, at + count, 0, ms);
    own[at + turn] = Math.round(now() - begun - ms * 1_000);
  }
}

export const bareBodies = {
  "bare locks": (at: number) => {
    Atomics.add(words(), at + 1, 1);
    Atomics.notify(words(), at + 1);
    lockOften(words(), at, contended);
  },
  "bare answer": (at: number) => {
    const { now, memory } = currentContext();
    for (let turn = 1; turn <= events; turn++) {
      Atomics.wait(memory.words, at, turn - 1);
      memory.words[at + 2 + turn] = Math.round((now() - memory.loadMark(at + 2 + events + 2)) * 100);
      Atomics.store(memory.words, at + 1, turn);
      Atomics.notify(memory.words, at + 1);
    }
  },
  "bare ticks": tick,
};

function lateness(threads: number, count: number, ms: number): number {
  const { memory } = currentContext();
  const cells = range(threads).map(() => memory.allocate(count + 1));
  const all = cells.map((cell) => new Thread({ target: bareBodies["bare ticks"], args: [cell, count, ms] }));
  for (const thread of all) thread.start();
  for (const thread of all) thread.join();
  return percentile(
    cells.flatMap((cell) => [...memory.words.subarray(cell, cell + count)]),
    0.95,
  );
}

export const barePrograms: Readonly<Record<string, () => number>> = {
  "lock, uncontended": () => {
    const cell = currentContext().memory.allocate(2);
    const begun = performance.now();
    lockOften(words(), cell, locks);
    return perSecond(locks, performance.now() - begun);
  },
  "lock, contended": () => {
    const cell = currentContext().memory.allocate(2);
    const both = range(2).map(() => new Thread({ target: bareBodies["bare locks"], args: [cell] }));
    for (const thread of both) thread.start();
    for (let come = 0; come < 2; come = Atomics.load(words(), cell + 1)) Atomics.wait(words(), cell + 1, come);
    const begun = performance.now();
    for (const thread of both) thread.join();
    return perSecond(2 * contended, performance.now() - begun);
  },
  "GIL checkpoint": () => {
    const own = words();
    const cell = currentContext().memory.allocate(2);
    let sum = 0;
    const begun = performance.now();
    for (let at = 0; at < amounts.checkpoints; at++) sum += Atomics.load(own, cell);
    return ((performance.now() - begun + sum) * 1e6) / amounts.checkpoints;
  },
  "event wake-up": () => {
    const { memory, now } = currentContext();
    const cell = memory.allocate(2 + events + 4);
    const pause = memory.allocate(2);
    const other = new Thread({ target: bareBodies["bare answer"], args: [cell] });
    other.start();
    for (let turn = 1; turn <= events; turn++) {
      Atomics.wait(memory.words, pause, 0, 1);
      memory.storeMark(cell + 2 + events + 2, Math.round(now()));
      Atomics.store(memory.words, cell, turn);
      Atomics.notify(memory.words, cell);
      Atomics.wait(memory.words, cell + 1, turn - 1);
    }
    other.join();
    return percentile([...memory.words.subarray(cell + 3, cell + 3 + events)], 0.5) / 100;
  },
  "tick lateness p95": () => lateness(1, amounts.ticks, amounts.tick),
  "tick lateness p95, 64 threads": () => lateness(amounts.spinners, amounts.frames, amounts.frame),
};
