/**
 * Keeps one object of each class that a switch goes through alive. Mirrors nothing: CPython's classes have slots.
 *
 * V8 fits the size of a class's objects to its first few, and forgets how they are laid out, with all code compiled for
 * that, whenever the garbage collector finds none alive. A program that makes a loop and some tasks now and then, with
 * a collection between, would have its loop compiled anew each time, and end up with tasks whose every field is looked
 * up in a dictionary: more than twice as large, and half as fast.
 */
import { coroutine } from "./coroutine.ts";
import type { EventLoop } from "./events.ts";
import { DoneCallbackHandle } from "./handles.ts";
import { SleepFuture, SleepTimer, sleep } from "./sleep.ts";

let kept: readonly object[] | null = null;

const rest = coroutine(function* rest() {});

/** Keeps what `create` makes, a loop that never runs, and one of each on it. Done once, by the first loop. */
export function keepLayouts(create: () => EventLoop): void {
  if (kept !== null) return;
  kept = [];
  const loop = create();
  const [future, sleeper] = [loop.createFuture(), new SleepFuture(loop, 0.5)];
  const sleeps = [sleep(0), sleep(0.5)];
  for (const each of sleeps) each.close();
  const handles = [loop.callSoon(rest), loop.callLater(0.5, rest), new DoneCallbackHandle(rest, future, loop)];
  kept = [loop.createTask(rest()), future, sleeper, new SleepTimer(0.5, sleeper, undefined), ...sleeps, ...handles];
}
