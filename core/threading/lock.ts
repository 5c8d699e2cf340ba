/**
 * Python's `threading.Lock` (Modules/_threadmodule.c, 3.11): locked or not, and no more. Any thread may release it.
 * Invariants: at most one thread has it; one that asks while it is free gets it without waiting; the mark of a freeing
 * is stored before the freeing, so that who takes it finds the mark. Other than in Python, who waits for a lock whose
 * owner is gone is told (abandoned-locks.ts).
 */
import { abandonedError } from "./abandoned-locks.ts";
import { acquireDeadline } from "./acquire-options.ts";
import { currentContext, type ThreadContext } from "./context.ts";
import { RuntimeError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { Block, LockCell } from "./layout.ts";
import { createLockCell } from "./lock-cell.ts";
import { free, tryTake } from "./ownership.ts";
import { type Attach, addressText, SharedObject } from "./shared-object.ts";
import type { ContextManager } from "./sync-with.ts";
import { take } from "./take.ts";

/** How long another thread has to release a lock whose owner has ended, in µs. */
const patience = 2_000_000;

export class Lock extends SharedObject implements ContextManager<boolean> {
  override readonly kind = "Lock";

  constructor(attach?: Attach) {
    super(attach?.address ?? createLockCell("Lock"));
    register(this);
  }

  /** The lock at an address that another thread handed over. */
  static at(address: number): Lock {
    return handleAt(Lock, address);
  }

  /**
   * Takes the lock. Blocks until it is free, for `timeout` seconds at most (−1: without end), or not at all when
   * `blocking` is false. Returns whether it was taken.
   * @throws ValueError for a timeout that makes no sense. AbandonedLockError when the thread that has it is gone: at
   * once if it was killed; if it ended, when no other has released it 2 s later.
   */
  acquire(blocking = true, timeout = -1): boolean {
    const context = currentContext();
    const { memory, observer, thread } = context;
    const cell = SharedObject.addressOf(this);
    const deadline = acquireDeadline(context, blocking, timeout);
    if (tryTake(memory, cell + LockCell.owner, thread)) {
      if (observer !== null) this.#told(context, false);
      return true;
    }
    const lane = memory.load(thread + Block.lane);
    observer?.lockAsked(
      lane,
      memory.load(cell + LockCell.lane),
      blocking,
      timeout < 0 ? Number.POSITIVE_INFINITY : timeout,
    );
    if (!blocking) return false;
    const taking = take(context, cell + LockCell.owner, deadline, patience);
    if (taking === "taken") {
      if (observer !== null) this.#told(context, true);
      return true;
    }
    observer?.lockGivenUp(lane, memory.load(cell + LockCell.lane));
    if (taking === "timeout") return false;
    throw abandonedError(memory, cell);
  }

  /** Frees the lock, whoever has it; one that waits for it gets it, or who asks first. @throws RuntimeError when it is free. */
  release(): void {
    const { memory, observer, thread } = currentContext();
    const cell = SharedObject.addressOf(this);
    if (observer !== null && this.locked()) {
      const mark = observer.lockFreed(memory.load(thread + Block.lane), memory.load(cell + LockCell.lane));
      memory.storeMark(cell + LockCell.mark, mark);
    }
    if (!free(memory, cell + LockCell.owner)) throw new RuntimeError("release unlocked lock");
  }

  locked(): boolean {
    return currentContext().memory.load(SharedObject.addressOf(this) + LockCell.owner) !== 0;
  }

  enter(): boolean {
    return this.acquire();
  }

  exit(): void {
    this.release();
  }

  /** As Python prints it: `<unlocked _thread.lock object at 0x7f0000000408>`. */
  override toString(): string {
    return `<${this.locked() ? "locked" : "unlocked"} _thread.lock object at ${addressText(this)}>`;
  }

  #told({ memory, observer, thread }: ThreadContext, blocked: boolean): void {
    const cell = SharedObject.addressOf(this);
    const lane = memory.load(thread + Block.lane);
    const lock = memory.load(cell + LockCell.lane);
    if (!blocked) observer?.lockAsked(lane, lock, false, 0);
    observer?.lockTaken(lane, lock, memory.loadMark(cell + LockCell.mark), blocked);
  }
}
