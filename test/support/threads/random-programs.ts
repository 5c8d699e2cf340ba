/**
 * A program that does what its plan says: so many threads, each with its steps. Any plan ends, since no step waits for
 * ever, and locks are only ever held one at a time.
 */
import type { Parameters } from "../../../core/contract/run.ts";
import { print } from "../../../core/programs/index.ts";
import { range } from "../../../core/programs/range.ts";
import {
  Barrier,
  Empty,
  Event,
  Lock,
  Queue,
  RLock,
  Semaphore,
  SharedCell,
  sleep,
  syncWith,
  Thread,
  ThreadPoolExecutor,
} from "../../../core/threading/index.ts";
import { text } from "../../../lessons/parameters.ts";

/** `amount`: looks at a shared cell, ms, or a number to pass on; each kind of step has a use for one. */
export interface PlannedStep {
  readonly what: (typeof steps)[number];
  readonly amount: number;
}

const steps = ["compute", "sleep", "lock", "rlock", "permit", "put", "get", "set", "wait", "call", "print"] as const;

/** The steps of each thread besides MainThread; the last of them ends by an error if `fails`. */
export interface Plan {
  readonly threads: readonly (readonly PlannedStep[])[];
  readonly fails: boolean;
}

/** A plan as the parameters of a run, which are short texts: one for each thread. */
export function asParameters({ threads, fails }: Plan): Parameters {
  const texts = threads.map((all, at) => [
    `thread ${at}`,
    all.map(({ what, amount }) => `${what} ${amount}`).join(","),
  ]);
  return { ...Object.fromEntries(texts), fails };
}

function planned(given: Parameters): Plan {
  const texts = Object.keys(given).filter((name) => name.startsWith("thread "));
  const threads = texts.sort().map((name) =>
    text(given, name)
      .split(",")
      .map((step): PlannedStep => {
        const [word, amount] = step.split(" ");
        const what = steps.find((known) => known === word);
        if (what === undefined) throw new Error(`no step is called ${word}`);
        return { what, amount: Number(amount) };
      }),
  );
  return { threads, fails: given["fails"] === true };
}

interface Shared {
  readonly cell: SharedCell<number>;
  readonly lock: Lock;
  readonly rlock: RLock;
  readonly permits: Semaphore;
  readonly queue: Queue<number>;
  readonly event: Event;
  readonly start: Barrier;
}

/** Keeps the thread busy; the GIL can be lost at each look. */
function compute(cell: SharedCell<number>, looks: number): number {
  let sum = 0;
  for (let look = 0; look < looks; look++) sum += cell.value;
  return sum;
}

function follow(shared: Shared, own: readonly PlannedStep[], fails: boolean): void {
  shared.start.wait();
  for (const step of own) take(shared, step);
  if (fails) throw new RangeError("as planned");
}

function take(shared: Shared, { what, amount }: PlannedStep): void {
  const { cell, lock, rlock, permits, queue, event } = shared;
  switch (what) {
    case "compute":
      compute(cell, amount * 1_000);
      return;
    case "sleep":
      sleep(amount / 1_000);
      return;
    case "lock":
      syncWith(lock, () => compute(cell, amount * 100));
      return;
    case "rlock":
      syncWith(rlock, () => syncWith(rlock, () => compute(cell, amount * 100)));
      return;
    case "permit":
      syncWith(permits, () => sleep(amount / 10_000));
      return;
    case "put":
      queue.put(amount);
      return;
    case "get":
      try {
        queue.get(true, amount / 10_000);
      } catch (error) {
        if (!(error instanceof Empty)) throw error;
      }
      return;
    case "set":
      event.set();
      return;
    case "wait":
      event.wait(amount / 10_000);
      return;
    case "call": {
      const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
      pool.submit(compute, cell, amount * 10).result();
      pool.shutdown();
      return;
    }
    case "print":
      print("step", amount);
  }
}

/** How many threads the plan had. */
function main(given: Parameters): number {
  const plan = planned(given);
  const shared: Shared = {
    cell: new SharedCell(0),
    lock: new Lock(),
    rlock: new RLock(),
    permits: new Semaphore(2),
    queue: new Queue<number>(),
    event: new Event(),
    start: new Barrier(plan.threads.length),
  };
  const last = plan.threads.length - 1;
  const threads = range(plan.threads.length).map((at) => {
    return new Thread({ target: follow, args: [shared, plan.threads[at] ?? [], plan.fails && at === last] });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) thread.join();
  return threads.length;
}

export const randomPrograms = { "follows a plan": { module: { compute, follow }, main } };
