/**
 * A lock as shared memory holds it. Each is in the run's list of locks, so that those of a thread that is gone are found.
 */
import { currentContext } from "./context.ts";
import { Block, Header, LockCell } from "./layout.ts";

/** Makes a free lock, named by its class and how many there were, and returns its address. */
export function createLockCell(kind: string): number {
  const { memory, observer, thread } = currentContext();
  const cell = memory.allocate(LockCell.words);
  const name = `${kind}-${memory.add(Header.locks, 1) + 1}`;
  memory.store(cell + LockCell.name, memory.writeText(name));
  memory.store(cell + LockCell.lane, observer?.lockCreated(name, memory.load(thread + Block.lane)) ?? 0);
  memory.push(Header.firstLock, cell);
  return cell;
}
