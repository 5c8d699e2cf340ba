/**
 * Python's `threading.Condition` (Lib/threading.py, 3.11): threads that hold its lock wait for others to notify them.
 * Invariants: a notify wakes those who have waited longest, and none who comes later; nobody goes on before the
 * notifier has released the lock; a wait that timed out swallows no notify.
 */
import { currentContext } from "./context.ts";
import { RuntimeError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { Lock } from "./lock.ts";
import { enterMonitor, inMonitor, leaveMonitor } from "./monitor.ts";
import { objectLane } from "./object-lane.ts";
import { RLock } from "./rlock.ts";
import { Attach, SharedObject } from "./shared-object.ts";
import type { ContextManager } from "./sync-with.ts";
import { waitDeadline } from "./timeouts.ts";
import { awaitWaking, joinQueue, leaveQueue, QueueCell, queueLength, wake } from "./wait-queue.ts";

const Cell = { monitor: 0, lane: 1, lock: 2, isRLock: 3, queue: 4, words: 4 + QueueCell.words } as const;

export class Condition extends SharedObject implements ContextManager<boolean> {
  override readonly kind = "Condition";
  readonly #lock: Lock | RLock;

  /** `lock`: left out, an `RLock` of its own. */
  constructor(lock?: Lock | RLock | Attach) {
    super(lock instanceof Attach ? lock.address : createCondition(lock ?? new RLock()));
    const { memory } = currentContext();
    const cell = SharedObject.addressOf(this);
    const address = memory.load(cell + Cell.lock);
    this.#lock = memory.load(cell + Cell.isRLock) === 1 ? RLock.at(address) : Lock.at(address);
    register(this);
  }

  /** The condition at an address that another thread handed over. */
  static at(address: number): Condition {
    return handleAt(Condition, address);
  }

  /** As the lock's. */
  acquire(blocking = true, timeout = -1): boolean {
    return this.#lock.acquire(blocking, timeout);
  }

  /** As the lock's. */
  release(): void {
    this.#lock.release();
  }

  /**
   * Gives up the lock, blocks until notified, for `timeout` seconds at most, and takes the lock again. Whether it was
   * notified. @throws RuntimeError when the current thread has not got the lock.
   */
  wait(timeout?: number | null): boolean {
    const context = currentContext();
    if (!this.#isOwned()) throw new RuntimeError("cannot wait on un-acquired lock");
    const cell = SharedObject.addressOf(this);
    const deadline = waitDeadline(context.now, timeout);
    inMonitor(context, cell + Cell.monitor, () => joinQueue(context, cell + Cell.queue));
    const depth = this.#lock instanceof RLock ? this.#lock.releaseAll() : this.#releaseLock(this.#lock);
    const reason = { why: "lock", on: context.memory.load(cell + Cell.lane) } as const;
    const woken = awaitWaking(context, deadline, reason);
    const notified = woken || inMonitor(context, cell + Cell.monitor, () => leaveQueue(context, cell + Cell.queue));
    if (this.#lock instanceof RLock) this.#lock.acquireAgain(depth);
    else this.#lock.acquire();
    return notified;
  }

  /** Waits until `predicate` gives something true, and returns that; what it gave last after `timeout` seconds. */
  waitFor<Result>(predicate: () => Result, timeout?: number | null): Result {
    const { now } = currentContext();
    let end: number | undefined;
    let left = timeout ?? null;
    let result = predicate();
    while (!result) {
      if (left !== null && end === undefined) end = now() + left * 1e6;
      else if (end !== undefined) {
        left = (end - now()) / 1e6;
        if (left <= 0) break;
      }
      // Also when there is no time: the lock is given up once, and the predicate asked again.
      this.wait(left);
      result = predicate();
    }
    return result;
  }

  /** Wakes up to `count` who wait. @throws RuntimeError when the current thread has not got the lock. */
  notify(count = 1): void {
    const context = currentContext();
    if (!this.#isOwned()) throw new RuntimeError("cannot notify on un-acquired lock");
    const cell = SharedObject.addressOf(this);
    enterMonitor(context, cell + Cell.monitor);
    wake(context.memory, cell + Cell.queue, count);
    leaveMonitor(context.memory, cell + Cell.monitor);
  }

  /** Wakes all who wait. @throws RuntimeError when the current thread has not got the lock. */
  notifyAll(): void {
    this.notify(Number.POSITIVE_INFINITY);
  }

  enter(): boolean {
    return this.acquire();
  }

  exit(): void {
    this.release();
  }

  /** As Python prints it: its lock, and how many wait. */
  override toString(): string {
    const waiters = queueLength(currentContext().memory, SharedObject.addressOf(this) + Cell.queue);
    return `<Condition(${String(this.#lock)}, ${waiters})>`;
  }

  /** A plain lock has no owner: that it is locked has to do, as in Python. */
  #isOwned(): boolean {
    return this.#lock instanceof RLock ? this.#lock.isOwned() : this.#lock.locked();
  }

  #releaseLock(lock: Lock): number {
    lock.release();
    return 1;
  }
}

function createCondition(lock: Lock | RLock): number {
  const { memory } = currentContext();
  const cell = memory.allocate(Cell.words);
  memory.store(cell + Cell.lock, SharedObject.addressOf(lock));
  memory.store(cell + Cell.isRLock, lock instanceof RLock ? 1 : 0);
  memory.store(cell + Cell.lane, objectLane("Condition"));
  return cell;
}
