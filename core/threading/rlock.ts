/**
 * Python's `threading.RLock` (rlock_* in Modules/_threadmodule.c, 3.11): a lock that its owner may take again, and that
 * only its owner releases. Invariants: `depth` is touched by the owner alone; it is freed once, however deep it was taken. Who waits without a timeout for one whose owner is gone is told
 * at once, since nobody can release it any more.
 */
import { abandonedError } from "./abandoned-locks.ts";
import { acquireDeadline } from "./acquire-options.ts";
import { currentContext } from "./context.ts";
import { RuntimeError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { Block, LockCell } from "./layout.ts";
import { createLockCell } from "./lock-cell.ts";
import { free, ownerIn, tryTake } from "./ownership.ts";
import { type Attach, addressText, SharedObject } from "./shared-object.ts";
import type { ContextManager } from "./sync-with.ts";
import { take } from "./take.ts";
import { identOf } from "./thread-block.ts";

export class RLock extends SharedObject implements ContextManager<boolean> {
  override readonly kind = "RLock";

  constructor(attach?: Attach) {
    super(attach?.address ?? createLockCell("RLock"));
    register(this);
  }

  /** The lock at an address that another thread handed over. */
  static at(address: number): RLock {
    return handleAt(RLock, address);
  }

  /**
   * Takes the lock, or takes it once more. As `Lock.acquire` otherwise.
   * @throws ValueError for a timeout that makes no sense. AbandonedLockError at once when its owner was
   * killed, or has ended and there is no timeout.
   */
  acquire(blocking = true, timeout = -1): boolean {
    const context = currentContext();
    const { memory, observer, thread } = context;
    const cell = SharedObject.addressOf(this);
    const deadline = acquireDeadline(context, blocking, timeout);
    if (this.isOwned()) {
      memory.add(cell + LockCell.depth, 1);
      return true;
    }
    const lane = memory.load(thread + Block.lane);
    const lock = memory.load(cell + LockCell.lane);
    let waits = false;
    if (!tryTake(memory, cell + LockCell.owner, thread)) {
      observer?.lockAsked(lane, lock, blocking, timeout < 0 ? Number.POSITIVE_INFINITY : timeout);
      if (!blocking) return false;
      waits = true;
      const taking = take(context, cell + LockCell.owner, deadline, 0);
      if (taking !== "taken") {
        observer?.lockGivenUp(lane, lock);
        if (taking === "timeout") return false;
        throw abandonedError(memory, cell);
      }
    } else observer?.lockAsked(lane, lock, false, 0);
    memory.store(cell + LockCell.depth, 1);
    if (observer !== null) observer.lockTaken(lane, lock, memory.loadMark(cell + LockCell.mark), waits);
    return true;
  }

  /** Undoes one taking; the last one frees the lock. @throws RuntimeError when the current thread has not got it. */
  release(): void {
    if (!this.isOwned()) throw new RuntimeError("cannot release un-acquired lock");
    const { memory } = currentContext();
    const cell = SharedObject.addressOf(this);
    if (memory.add(cell + LockCell.depth, -1) > 1) return;
    this.#free();
  }

  /** Whether the current thread has it. */
  isOwned(): boolean {
    const { memory, thread } = currentContext();
    return ownerIn(memory.load(SharedObject.addressOf(this) + LockCell.owner)) === thread;
  }

  /** For `Condition`: frees it, however deep, and returns how deep. */
  releaseAll(): number {
    const { memory } = currentContext();
    const depth = memory.exchange(SharedObject.addressOf(this) + LockCell.depth, 0);
    this.#free();
    return depth;
  }

  /** For `Condition`: takes it again, as deep as it was. */
  acquireAgain(depth: number): void {
    this.acquire();
    currentContext().memory.store(SharedObject.addressOf(this) + LockCell.depth, depth);
  }

  enter(): boolean {
    return this.acquire();
  }

  exit(): void {
    this.release();
  }

  /** As Python prints it: `<locked _thread.RLock object owner=140053371655744 count=1 at 0x7f0000000408>`. */
  override toString(): string {
    const { memory } = currentContext();
    const cell = SharedObject.addressOf(this);
    const owner = ownerIn(memory.load(cell + LockCell.owner));
    const count = owner === 0 ? 0 : memory.load(cell + LockCell.depth);
    const ident = owner === 0 ? 0 : identOf(memory, owner);
    const state = owner === 0 ? "unlocked" : "locked";
    return `<${state} _thread.RLock object owner=${ident} count=${count} at ${addressText(this)}>`;
  }

  #free(): void {
    const { memory, observer, thread } = currentContext();
    const cell = SharedObject.addressOf(this);
    if (observer !== null) {
      const mark = observer.lockFreed(memory.load(thread + Block.lane), memory.load(cell + LockCell.lane));
      memory.storeMark(cell + LockCell.mark, mark);
    }
    free(memory, cell + LockCell.owner);
  }
}
