import { print } from "spinscope/programs";
import { Barrier, SharedCell, Thread } from "spinscope/threading";

type Accounts = { giver: SharedCell<number>; taker: SharedCell<number> };

export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export function transfer({ giver, taker }: Accounts, start: Barrier, times: number, effort: number) {
  start.wait();
  for (let turn = 0; turn < times; turn++) {
    giver.value -= 1;
    fib(effort);
    taker.value += 1;
    fib(effort - 3);
  }
}

export function audit(
  { giver, taker }: Accounts,
  wrong: SharedCell<number>,
  start: Barrier,
  times: number,
  effort: number,
) {
  const total = giver.value + taker.value;
  start.wait();
  for (let turn = 0; turn < times; turn++) {
    const seen = giver.value + taker.value;
    if (seen !== total) wrong.value += 1;
    fib(effort);
  }
}

export function supervisor(times: number, effort: number) {
  const accounts = { giver: new SharedCell(times), taker: new SharedCell(0) };
  const wrong = new SharedCell(0);
  const start = new Barrier(2);
  const teller = new Thread({ target: transfer, args: [accounts, start, times, effort] });
  const auditor = new Thread({ target: audit, args: [accounts, wrong, start, 2 * times, effort] });
  for (const thread of [teller, auditor]) thread.start();
  for (const thread of [teller, auditor]) thread.join();
  print("in the end:", accounts.giver.value, "+", accounts.taker.value);
  return wrong.value;
}

export function main(times: number, effort: number) {
  const result = supervisor(times, effort);
  print("Answer:", result, "sums were wrong");
  return result;
}
