/**
 * Thread bodies of the tests' programs: a body crosses to its thread by its exported name.
 */

import { print } from "../../../core/programs/index.ts";
import {
  type Barrier,
  currentThread,
  type Lock,
  type SharedCell,
  type Signal,
  sleep,
  syncWith,
  type Thread,
} from "../../../core/threading/index.ts";

export function nothing(): void {}

export function nap(seconds: number): void {
  sleep(seconds);
}

export function turn(signal: Signal): void {
  while (signal.go) sleep(0.005);
}

/** Looks at the flag without ever sleeping. */
export function spinHot(signal: Signal): void {
  while (signal.go);
}

export function fail(message: string): void {
  throw new RangeError(message);
}

export function sayWhoIAm(): void {
  const me = currentThread();
  print(me.name, me === currentThread());
}

export function echo(...values: readonly unknown[]): void {
  print(JSON.stringify(values));
}

export function joinOther(other: Thread): void {
  other.join();
  print(`${other.name} has ended: ${!other.isAlive()}`);
}

export function startAnother(other: Thread): void {
  other.start();
  other.join();
}

export function chatter(lines: number): void {
  for (let line = 0; line < lines; line++) print(`line ${line}`);
}

export function die(): void {
  process.exit(3);
}

export async function wait(): Promise<void> {}

/** Takes the lock and ends with it. */
export function keep(lock: Lock): void {
  lock.acquire();
}

export function keepAndFail(lock: Lock): void {
  lock.acquire();
  throw new RangeError("before it could release");
}

/** Takes the lock and, a little later, its worker dies. */
export function keepAndDie(lock: Lock, after: number): void {
  lock.acquire();
  sleep(after);
  process.exit(3);
}

/** Holds the lock until it may let go, and then for so long. */
export function hold(lock: Lock, mayLetGo: SharedCell<boolean>, seconds: number): void {
  syncWith(lock, () => {
    while (!mayLetGo.value) sleep(0.001);
    sleep(seconds);
  });
}

/** Says what comes of wanting the lock. */
export function want(lock: Lock, timeout: number): void {
  try {
    print(`got it: ${lock.acquire(true, timeout)}`);
  } catch (error) {
    print(String(error));
  }
}

export function releaseLater(lock: Lock, after: number): void {
  sleep(after);
  lock.release();
}

/** Enters and leaves the lock; between, only one thread at a time may be. `inside` says how many there are. */
export function enterOften(lock: Lock, inside: Signal, times: number): void {
  for (let i = 0; i < times; i++) {
    syncWith(lock, () => {
      if (!inside.go) throw new RangeError("two threads were inside at once");
      inside.go = false;
      inside.go = true;
    });
  }
}

/** Computes, looking at the flag, and says how often it came to look. */
export function computeUntil(signal: Signal, count: SharedCell<number>): void {
  while (signal.go) count.value += 1;
}

/** Takes the one lock and, when the others have theirs, the other. */
export function takeBoth(first: Lock, second: Lock, barrier: Barrier): void {
  syncWith(first, () => {
    barrier.wait();
    syncWith(second, () => {});
  });
}
