/**
 * Which loop a program gets when it asks for one. Mirrors the event loop policy of `Lib/asyncio/events.py`: the
 * runtime that runs the program says how a loop is made.
 */
import { EventLoop } from "./events.ts";
import { RuntimeError } from "./exceptions.ts";
import { runningScheduler } from "./running.ts";

let makeLoop: (() => EventLoop) | null = null;
let current: EventLoop | null = null;

/** Says how this thread's loops are made. Called by the runtime, before the program. */
export function setEventLoopPolicy(newLoop: (() => EventLoop) | null): void {
  makeLoop = newLoop;
}

/** A new loop. @throws RuntimeError when no runtime has said how one is made. */
export function newEventLoop(): EventLoop {
  if (makeLoop !== null) return makeLoop();
  throw new RuntimeError("no event loop policy is set: the runtime must call setEventLoopPolicy first");
}

/** The loop that runs now; else the one that was set, made at the first call. */
export function getEventLoop(): EventLoop {
  const running = runningScheduler();
  if (running instanceof EventLoop) return running;
  current ??= newEventLoop();
  return current;
}

/** Sets what `getEventLoop` gives while no loop runs; with null it makes a new one. */
export function setEventLoop(loop: EventLoop | null): void {
  current = loop;
}
