import { coroutine, createTask, getEventLoop, sleep } from "spinscope/asyncio";
import { print } from "spinscope/programs";

type Accounts = { giver: number; taker: number };

export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export const transfer = coroutine(function* transfer(accounts: Accounts, times: number, effort: number) {
  for (let turn = 0; turn < times; turn++) {
    accounts.giver -= 1;
    fib(effort);
    accounts.taker += 1;
    fib(effort - 3);
    yield* sleep(0);
  }
});

export const audit = coroutine(function* audit(accounts: Accounts, times: number, effort: number) {
  const total = accounts.giver + accounts.taker;
  let wrong = 0;
  for (let turn = 0; turn < times; turn++) {
    const seen = accounts.giver + accounts.taker;
    if (seen !== total) wrong += 1;
    fib(effort);
    yield* sleep(0);
  }
  return wrong;
});

export const supervisor = coroutine(function* supervisor(times: number, effort: number) {
  const accounts = { giver: times, taker: 0 };
  const teller = createTask(transfer(accounts, times, effort));
  const auditor = createTask(audit(accounts, 2 * times, effort));
  yield* teller;
  const wrong = yield* auditor;
  print("in the end:", accounts.giver, "+", accounts.taker);
  return wrong;
});

export async function main(times: number, effort: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(times, effort));
  print("Answer:", result, "sums were wrong");
  return result;
}
