/**
 * Keeps one object of each class of which there are many alive. Mirrors nothing: CPython's classes have slots.
 *
 * V8 fits the size of a class's objects to its first few, and forgets how they are laid out whenever the garbage
 * collector finds none alive. A loop that makes a task now and then, with a collection between, would end up with
 * tasks whose every field is looked up in a dictionary: more than twice as large, and half as fast.
 */
import { coroutine } from "./coroutine.ts";
import { DoneCallbackHandle } from "./handles.ts";
import { SleepFuture, SleepTimer, sleep } from "./sleep.ts";
import { VirtualEventLoop } from "./virtual-clock.ts";

const kept: object[] = [];

const rest = coroutine(function* rest() {});

/** Done by each loop that is made; only the first time does anything. */
export function keepLayouts(): void {
  if (kept.length > 0) return;
  const loop = new VirtualEventLoop();
  const [future, sleeper] = [loop.createFuture(), new SleepFuture(loop, 0.5)];
  const [turn, delay] = [sleep(0), sleep(0.5)];
  kept.push(loop, loop.createTask(rest()), future, sleeper, new SleepTimer(0.5, sleeper, undefined), turn, delay);
  kept.push(loop.callSoon(rest), loop.callLater(0.5, rest), new DoneCallbackHandle(rest, future, loop));
  turn.close();
  delay.close();
}
