/**
 * Programs on the page's own event loop for the tests to start from outside: bundled into one script, and run in the app's
 * page. Nothing of them is recorded: what is tested is how the loop shares the thread.
 */

import type { Host } from "../../../core/asyncio/host.ts";
import { HostedEventLoop } from "../../../core/asyncio/hosted-loop.ts";
import { coroutine, createTask, sleep, type Task, wait } from "../../../core/asyncio/index.ts";
import { PageHost } from "../../../renderer/hosts/page-host.ts";

/** How many turns tasks have had since `turn`. */
let turns = 0;
let turning: readonly Task<void>[] = [];

const turnForEver = coroutine(function* turnForEver() {
  for (;;) {
    turns += 1;
    yield* sleep(0);
  }
});

const turnAll = coroutine(function* turnAll(count: number) {
  turning = Array.from({ length: count }, () => createTask(turnForEver()));
  yield* wait(turning);
});

/** The page's host, but for how long it lets the loop have the thread. */
function hostWithBudget(budget: number): Host {
  const host = new PageHost();
  return {
    budget,
    time: () => host.time(),
    block: (delay) => host.block(delay),
    attach: (pump) => host.attach(pump),
    wakeSoon: () => host.wakeSoon(),
    wakeAt: (when) => host.wakeAt(when),
    cancelWake: () => host.cancelWake(),
  };
}

/** Lets `count` tasks turn until `stop`; `budget`: s that the loop may have at a time, the page's own when left out. */
function turn(count: number, budget?: number): void {
  turns = 0;
  const loop = new HostedEventLoop(budget === undefined ? new PageHost() : hostWithBudget(budget));
  void loop.runUntilComplete(turnAll(count));
}

/** Ends them, and gives how many turns they had. */
function stop(): number {
  for (const task of turning) task.cancel();
  return turns;
}

const ticks = coroutine(function* ticks(count: number, delay: number) {
  const begun = performance.now();
  for (let tick = 0; tick < count; tick++) yield* sleep(delay);
  return performance.now() - begun;
});

/** How long `count` sleeps of `delay` s take one after the other, in ms. */
async function tick(count: number, delay: number): Promise<number> {
  return new HostedEventLoop(new PageHost()).runUntilComplete(ticks(count, delay));
}

let clickDelays: number[] = [];

/** From now on notes how long each click waited for the page, in ms. */
function watchClicks(): void {
  clickDelays = [];
  addEventListener("pointerdown", (event) => clickDelays.push(performance.now() - event.timeStamp), { capture: true });
}

Object.assign(globalThis, { loopPrograms: { turn, stop, tick, watchClicks, clickDelays: () => clickDelays } });
