/**
 * Which threads there are (`current_thread`, `main_thread`, `enumerate`, `active_count` of Lib/threading.py, 3.11).
 */
import { currentContext } from "./context.ts";
import { Header } from "./layout.ts";
import { Thread } from "./thread.ts";
import { isMainBlock, isRunning } from "./thread-block.ts";

/** The Thread object of the caller's thread. */
export function currentThread(): Thread {
  return Thread.at(currentContext().thread);
}

/** The Thread object of MainThread. @throws Error in a run that has none, which there is not. */
export function mainThread(): Thread {
  const { memory } = currentContext();
  for (const address of memory.list(Header.firstThread)) if (isMainBlock(memory, address)) return Thread.at(address);
  throw new Error("this run has no MainThread: its host must make one");
}

/** The threads that are alive, and MainThread before them: Python lists it also when it has ended before others. */
export function enumerate(): readonly Thread[] {
  const { memory } = currentContext();
  const alive = [...memory.list(Header.firstThread)].filter(
    (address) => isMainBlock(memory, address) || isRunning(memory, address),
  );
  return alive.reverse().map((address) => Thread.at(address));
}

/** How many threads `enumerate` lists. */
export function activeCount(): number {
  return enumerate().length;
}
