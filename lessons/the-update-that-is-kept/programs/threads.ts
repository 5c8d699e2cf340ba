import { print, range } from "spinscope/programs";
import { Barrier, Lock, SharedCell, syncWith, Thread } from "spinscope/threading";

export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export function add(counter: SharedCell<number>, lock: Lock, start: Barrier, times: number, effort: number) {
  start.wait();
  for (let turn = 0; turn < times; turn++) {
    syncWith(lock, () => {
      const seen = counter.value;
      fib(effort);
      counter.value = seen + 1;
    });
  }
}

export function supervisor(threads: number, times: number, effort: number) {
  const counter = new SharedCell(0);
  const lock = new Lock();
  const start = new Barrier(threads);
  const adders = range(threads).map(() => new Thread({ target: add, args: [counter, lock, start, times, effort] }));
  for (const adder of adders) adder.start();
  for (const adder of adders) adder.join();
  print("added:", threads * times, "counted:", counter.value);
  return threads * times - counter.value;
}

export function main(threads: number, times: number, effort: number) {
  const result = supervisor(threads, times, effort);
  print("Answer:", result, "updates lost");
  return result;
}
