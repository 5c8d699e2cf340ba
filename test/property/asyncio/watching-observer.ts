/**
 * An observer that keeps its own account of what the loop owes to whom, and notes where the loop breaks its word: one
 * task at a time, first come first served, futures that settle once, a clock that never goes back.
 */
import { Handle } from "../../../core/asyncio/handles.ts";
import type {
  LoopObserver,
  Observed,
  ObservedHandle,
  ObservedTask,
  ObservedTimer,
} from "../../../core/asyncio/observer.ts";
import { SleepTimer } from "../../../core/asyncio/sleep.ts";

export class WatchingObserver implements LoopObserver {
  /** What was broken, in words. */
  readonly broken: string[] = [];
  readonly #time: () => number;
  /** Who is ready, in the order in which they came to be. */
  readonly #ready: object[] = [];
  readonly #settled = new Set<object>();
  #running: object | null = null;
  #last = Number.NEGATIVE_INFINITY;

  constructor(time: () => number) {
    this.#time = time;
  }

  /** Those that were promised a turn and have not had it. */
  get left(): readonly object[] {
    return this.#ready.filter((each) => !isCancelled(each));
  }

  woke(): void {
    this.#look("woke");
  }

  turnBegan(): void {
    this.#look("turn began");
    if (this.#running !== null) this.broken.push(`a turn began while ${this.#running} ran`);
  }

  turnEnded(): void {
    this.#look("turn ended");
  }

  closed(): void {
    this.#look("closed");
  }

  callbackReady(handle: ObservedHandle): void {
    this.#look("callback ready");
    this.#ready.push(handle);
  }

  callbackRun(handle: ObservedHandle): void {
    this.#begin(handle);
  }

  callbackEnded(handle: ObservedHandle): void {
    this.#end(handle);
  }

  timerSet(): void {
    this.#look("timer set");
  }

  timerFired(timer: ObservedTimer): void {
    this.#look("timer fired");
    if (timer.due > this.#time()) this.broken.push(`${timer} fired too early`);
    // A sleep's timer calls nobody back: it wakes the sleeper, who is then ready.
    if (!(timer instanceof SleepTimer)) this.#ready.push(timer);
  }

  timerDropped(): void {
    this.#look("timer dropped");
  }

  futureCreated(): void {
    this.#look("future created");
  }

  futureSettled(future: Observed): void {
    this.#look("future settled");
    if (this.#settled.has(future)) this.broken.push(`${future} settled twice`);
    this.#settled.add(future);
    if (this.#running === future) this.#end(future);
  }

  taskCreated(task: ObservedTask): void {
    this.#look("task created");
    this.#ready.push(task);
  }

  taskReady(task: ObservedTask): void {
    this.#look("task ready");
    this.#ready.push(task);
  }

  stepBegan(task: ObservedTask): void {
    this.#begin(task);
  }

  taskSuspended(task: ObservedTask, future: Observed | null): void {
    this.#end(task);
    if (future === null) this.#ready.push(task);
  }

  cancelRequested(target: ObservedTask): void {
    this.#look("cancel requested");
    if (this.#settled.has(target)) this.broken.push(`${target} was asked to cancel after its end`);
  }

  cancelPassedOn(): void {
    this.#look("cancel passed on");
  }

  cancelForwarded(): void {
    this.#look("cancel forwarded");
  }

  cancelDelivered(task: ObservedTask): void {
    this.#look("cancel delivered");
    if (this.#running !== task) this.broken.push(`${task} was delivered a cancel while it did not run`);
  }

  cancelledAwaited(): void {
    this.#look("cancelled awaited");
  }

  uncancelled(): void {
    this.#look("uncancelled");
  }

  blockBegan(): void {
    this.#look("block began");
  }

  blockEnded(): void {
    this.#look("block ended");
  }

  #look(what: string): void {
    const now = this.#time();
    if (now < this.#last) this.broken.push(`${what}: time went back from ${this.#last} to ${now}`);
    this.#last = now;
  }

  #begin(runs: object): void {
    this.#look("run");
    if (this.#running !== null) this.broken.push(`${runs} ran while ${this.#running} ran`);
    if (this.#settled.has(runs)) this.broken.push(`${runs} ran after its end`);
    this.#running = runs;
    let first = this.#ready.shift();
    while (first !== undefined && isCancelled(first)) first = this.#ready.shift();
    if (first !== runs) this.broken.push(`${runs} ran before ${first}, which was ready first`);
  }

  #end(ran: object): void {
    this.#look("end");
    if (this.#running !== ran) this.broken.push(`${ran} ended while ${this.#running} ran`);
    this.#running = null;
  }
}

function isCancelled(ready: object): boolean {
  return ready instanceof Handle && ready.cancelled();
}
