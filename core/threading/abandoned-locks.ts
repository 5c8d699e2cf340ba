/**
 * What becomes of the locks that a thread holds when it is gone. Python leaves them locked, and whoever waits for one
 * waits for ever. Here they stay locked, too, but who waits is told (docs/adr/0008).
 * Invariant: it needs no host when a thread ends by itself; only a worker that was killed can't say so, and then the
 * host does.
 */
import { AbandonedLockError } from "./exceptions.ts";
import { Block, Header, LockCell } from "./layout.ts";
import type { SharedMemory } from "./memory.ts";
import { abandon, OwnerGone, ownerGoneIn, ownerIn } from "./ownership.ts";

/** Notes on each lock that `thread` holds that it is gone, and wakes those who wait. Returns the locks' addresses. */
export function abandonLocks(memory: SharedMemory, thread: number, gone: OwnerGone): readonly number[] {
  return [...memory.list(Header.firstLock)].filter((lock) => abandon(memory, lock + LockCell.owner, thread, gone));
}

/** Who left the lock behind, and how, as a sentence without its subject and its end; undefined when nobody did. */
export function abandonedText(memory: SharedMemory, lock: number): string | undefined {
  const seen = memory.load(lock + LockCell.owner);
  const gone = ownerGoneIn(seen);
  if (gone === undefined) return undefined;
  const owner = memory.readText(memory.load(ownerIn(seen) + Block.name));
  return gone === OwnerGone.killed
    ? `its owner ${owner} was killed while it held it`
    : `its owner ${owner} ended without releasing it`;
}

/** What a thread is told that waits for such a lock. */
export function abandonedError(memory: SharedMemory, lock: number): AbandonedLockError {
  const name = memory.readText(memory.load(lock + LockCell.name));
  const how = abandonedText(memory, lock) ?? "the thread that had it is gone";
  return new AbandonedLockError(`${name} can't be acquired: ${how}. ${remedy}`);
}

const remedy =
  "Take it with syncWith(lock, …), which releases it however the body ends; " +
  "or release() it from a thread that has put right what it protects";
