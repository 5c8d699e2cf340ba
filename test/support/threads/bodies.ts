/**
 * Thread bodies of the tests' programs: a body crosses to its thread by its exported name.
 */

import { print } from "../../../core/programs/index.ts";
import { currentThread, type Signal, sleep, type Thread } from "../../../core/threading/index.ts";

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
