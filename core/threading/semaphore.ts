/**
 * Python's `threading.Semaphore` (Lib/threading.py, 3.11): a counter that is never below 0; who would take it there waits.
 */
import { currentContext } from "./context.ts";
import { ValueError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { inMonitor } from "./monitor.ts";
import { objectLane } from "./object-lane.ts";
import { Attach, addressText, SharedObject } from "./shared-object.ts";
import type { ContextManager } from "./sync-with.ts";
import { loopDeadline } from "./timeouts.ts";
import { QueueCell, waitInside, wake } from "./wait-queue.ts";

/** `bound` is −1 for a semaphore without one. */
const Cell = { monitor: 0, lane: 1, value: 2, bound: 3, queue: 4, words: 4 + QueueCell.words } as const;

export class Semaphore extends SharedObject implements ContextManager<boolean> {
  override readonly kind: string = "Semaphore";

  /** @throws ValueError for a value below 0. */
  constructor(value: number | Attach = 1) {
    super(value instanceof Attach ? value.address : createSemaphore("Semaphore", value, false));
    register(this);
  }

  /** The semaphore at an address that another thread handed over. */
  static at(address: number): Semaphore {
    return handleAt(Semaphore, address);
  }

  /**
   * Takes one. Blocks while there is none, for `timeout` seconds at most, or not at all when `blocking` is false.
   * Whether it got one. @throws ValueError for a timeout when it is not to block. OverflowError for a wait that is too long.
   */
  acquire(blocking = true, timeout?: number | null): boolean {
    const context = currentContext();
    const { memory, now } = context;
    const cell = SharedObject.addressOf(this);
    if (!blocking && timeout !== undefined && timeout !== null) {
      throw new ValueError("can't specify timeout for non-blocking acquire");
    }
    const reason = { why: "lock", on: memory.load(cell + Cell.lane) } as const;
    return inMonitor(context, cell + Cell.monitor, () => {
      let deadline: number | undefined;
      while (memory.load(cell + Cell.value) === 0) {
        if (!blocking || (deadline !== undefined && now() >= deadline)) return false;
        deadline ??= loopDeadline(now, timeout);
        waitInside(context, cell + Cell.monitor, cell + Cell.queue, deadline, reason);
      }
      memory.add(cell + Cell.value, -1);
      return true;
    });
  }

  /** Gives back `count` and wakes as many. @throws ValueError for a count below 1, or beyond a `BoundedSemaphore`'s bound. */
  release(count = 1): void {
    const context = currentContext();
    const { memory } = context;
    const cell = SharedObject.addressOf(this);
    if (count < 1) throw new ValueError("n must be one or more");
    inMonitor(context, cell + Cell.monitor, () => {
      const bound = memory.load(cell + Cell.bound);
      if (bound >= 0 && memory.load(cell + Cell.value) + count > bound) {
        throw new ValueError("Semaphore released too many times");
      }
      memory.add(cell + Cell.value, count);
      wake(memory, cell + Cell.queue, count);
    });
  }

  enter(): boolean {
    return this.acquire();
  }

  exit(): void {
    this.release();
  }

  /** As Python prints it: `<threading.Semaphore at 0x7f0000000408: value=1>`. */
  override toString(): string {
    const { memory } = currentContext();
    const cell = SharedObject.addressOf(this);
    const bound = memory.load(cell + Cell.bound);
    const value = memory.load(cell + Cell.value);
    return `<threading.${this.kind} at ${addressText(this)}: value=${value}${bound < 0 ? "" : `/${bound}`}>`;
  }
}

/** A semaphore whose value never gets above what it was made with. */
export class BoundedSemaphore extends Semaphore {
  override readonly kind = "BoundedSemaphore";

  /** @throws ValueError for a value below 0. */
  constructor(value: number | Attach = 1) {
    super(value instanceof Attach ? value : new Attach(createSemaphore("BoundedSemaphore", value, true)));
  }

  static override at(address: number): BoundedSemaphore {
    return handleAt(BoundedSemaphore, address);
  }
}

function createSemaphore(kind: string, value: number, isBounded: boolean): number {
  if (value < 0) throw new ValueError("semaphore initial value must be >= 0");
  const { memory } = currentContext();
  const cell = memory.allocate(Cell.words);
  memory.store(cell + Cell.value, value);
  memory.store(cell + Cell.bound, isBounded ? value : -1);
  memory.store(cell + Cell.lane, objectLane(kind));
  return cell;
}
