/**
 * Programs that run the racing part of a lesson again and again on the same threads: booting threads for each of a
 * hundred races takes longer than the races. Each returns what went wrong in each round.
 */
import type { Parameters } from "../../../core/contract/run.ts";
import { range } from "../../../core/programs/range.ts";
import { Barrier, Lock, SharedCell, Thread } from "../../../core/threading/index.ts";
import { number } from "../../../lessons/parameters.ts";
import * as kept from "../../../lessons/the-update-that-is-kept/programs/threads.ts";
import * as lost from "../../../lessons/the-update-that-is-lost/programs/threads.ts";

type Counter = SharedCell<number>;
type Given = readonly [counters: readonly Counter[], lock: Lock, start: Barrier, times: number, effort: number];
type Body = (...given: Given) => void;

/** Adds to one counter after another, with no lock. */
const addOften: Body = (counters, _lock, start, times, effort) => {
  for (const counter of counters) lost.add(counter, start, times, effort);
};

/** The same with the lock. */
const addOftenLocked: Body = (counters, lock, start, times, effort) => {
  for (const counter of counters) kept.add(counter, lock, start, times, effort);
};

const module = { addOften, addOftenLocked };

/** How many updates of two threads each round lost. */
function losses(target: Body, given: Parameters): readonly number[] {
  const [times, effort] = [number(given, "times"), number(given, "effort")];
  const counters = range(number(given, "rounds")).map(() => new SharedCell(0));
  const args: Given = [counters, new Lock(), new Barrier(2), times, effort];
  const adders = range(2).map(() => new Thread({ target, args }));
  for (const adder of adders) adder.start();
  for (const adder of adders) adder.join();
  return counters.map((counter) => 2 * times - counter.value);
}

export const racePrograms = {
  "races without a lock": { module, main: (given: Parameters) => losses(addOften, given) },
  "races with a lock": { module, main: (given: Parameters) => losses(addOftenLocked, given) },
};
