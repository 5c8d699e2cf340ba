/**
 * The lanes of objects that threads wait for as for a lock: events, conditions, semaphores, barriers.
 */
import { currentContext } from "./context.ts";
import { Block, Header } from "./layout.ts";

/** The observer's number for a new object, named by its class and how many such objects there were; 0 without observer. */
export function objectLane(kind: string): number {
  const { memory, observer, thread } = currentContext();
  const name = `${kind}-${memory.add(Header.locks, 1) + 1}`;
  return observer?.lockCreated(name, memory.load(thread + Block.lane)) ?? 0;
}
