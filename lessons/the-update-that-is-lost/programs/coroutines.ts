import { coroutine, createTask, getEventLoop, sleep } from "spinscope/asyncio";
import { print, range } from "spinscope/programs";

export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export const add = coroutine(function* add(counter: { value: number }, times: number, effort: number) {
  for (let turn = 0; turn < times; turn++) {
    const seen = counter.value;
    fib(effort);
    counter.value = seen + 1;
    yield* sleep(0);
  }
});

export const supervisor = coroutine(function* supervisor(tasks: number, times: number, effort: number) {
  const counter = { value: 0 };
  const adders = range(tasks).map(() => createTask(add(counter, times, effort)));
  for (const adder of adders) yield* adder;
  print("added:", tasks * times, "counted:", counter.value);
  return tasks * times - counter.value;
});

export async function main(tasks: number, times: number, effort: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(tasks, times, effort));
  print("Answer:", result, "updates lost");
  return result;
}
