/**
 * Python's `queue` (Lib/queue.py, 3.11): `Queue`, `LifoQueue` and `PriorityQueue`, of values that cross to another thread.
 * Invariants: an item is got once; a bounded queue never holds more than its size; `join` waits for `taskDone` calls,
 * not for an empty queue.
 */
import { currentContext, type ThreadContext } from "./context.ts";
import { Empty, Full, ValueError } from "./exceptions.ts";
import { handleAt, register } from "./handles.ts";
import { heapPop, heapPush } from "./heap-queue.ts";
import { inMonitor } from "./monitor.ts";
import { DequeCell, dequeLength, popValue, pushValue, shiftValue } from "./shared-deque.ts";
import { Attach, addressText, SharedObject } from "./shared-object.ts";
import { loopDeadline } from "./timeouts.ts";
import { QueueCell, waitInside, wake, wakeAll } from "./wait-queue.ts";

const Cell = {
  monitor: 0,
  maxsize: 1,
  unfinished: 2,
  items: 3,
  notEmpty: 3 + DequeCell.words,
  notFull: 3 + DequeCell.words + QueueCell.words,
  allDone: 3 + DequeCell.words + 2 * QueueCell.words,
  words: 3 + DequeCell.words + 3 * QueueCell.words,
} as const;

const reason = { why: "message", on: 0 } as const;

export class Queue<Item = unknown> extends SharedObject {
  override readonly kind: string = "Queue";

  /** `maxsize`: 0 or less for a queue without a bound. */
  constructor(maxsize: number | Attach = 0) {
    super(maxsize instanceof Attach ? maxsize.address : createQueue(maxsize));
    register(this);
  }

  /** The queue at an address that another thread handed over. */
  static at(address: number): Queue {
    return handleAt(Queue, address);
  }

  /**
   * Puts an item in. Blocks while the queue is full, for `timeout` seconds at most, or not at all when `block` is false.
   * @throws Full when there was no room in time. ValueError for a negative timeout. TypeError for what can't cross.
   */
  put(item: Item, block = true, timeout?: number | null): void {
    this.#inside((context, cell) => {
      const { memory, now } = context;
      const maxsize = memory.load(cell + Cell.maxsize);
      if (maxsize > 0) {
        if (block) checkTimeout(timeout);
        let deadline: number | undefined;
        while (dequeLength(context, cell + Cell.items) >= maxsize) {
          deadline ??= block ? loopDeadline(now, timeout) : Number.NEGATIVE_INFINITY;
          if (deadline <= now()) throw new Full();
          waitInside(context, cell + Cell.monitor, cell + Cell.notFull, deadline, reason);
        }
      }
      this.add(context, cell + Cell.items, item);
      memory.add(cell + Cell.unfinished, 1);
      wake(memory, cell + Cell.notEmpty, 1);
    });
  }

  /**
   * Takes an item out. Blocks while there is none, for `timeout` seconds at most, or not at all when `block` is false.
   * @throws Empty when there was none in time. ValueError for a negative timeout.
   */
  get(block = true, timeout?: number | null): Item {
    return this.#inside((context, cell) => {
      const { memory, now } = context;
      if (block) checkTimeout(timeout);
      let deadline: number | undefined;
      while (dequeLength(context, cell + Cell.items) === 0) {
        deadline ??= block ? loopDeadline(now, timeout) : Number.NEGATIVE_INFINITY;
        if (deadline <= now()) throw new Empty();
        waitInside(context, cell + Cell.monitor, cell + Cell.notEmpty, deadline, reason);
      }
      const item = this.remove(context, cell + Cell.items);
      wake(memory, cell + Cell.notFull, 1);
      return item;
    });
  }

  /** @throws Full when there is no room. */
  putNowait(item: Item): void {
    this.put(item, false);
  }

  /** @throws Empty when there is nothing. */
  getNowait(): Item {
    return this.get(false);
  }

  /** Says that one item that was got is done with. @throws ValueError when more are than were put. */
  taskDone(): void {
    this.#inside(({ memory }, cell) => {
      const unfinished = memory.load(cell + Cell.unfinished) - 1;
      if (unfinished < 0) throw new ValueError("task_done() called too many times");
      memory.store(cell + Cell.unfinished, unfinished);
      if (unfinished === 0) wakeAll(memory, cell + Cell.allDone);
    });
  }

  /** Blocks until every item that was put is done with. */
  join(): void {
    this.#inside((context, cell) => {
      while (context.memory.load(cell + Cell.unfinished) > 0) {
        waitInside(context, cell + Cell.monitor, cell + Cell.allDone, Number.POSITIVE_INFINITY, reason);
      }
    });
  }

  /** How many items there are. */
  qsize(): number {
    return dequeLength(currentContext(), SharedObject.addressOf(this) + Cell.items);
  }

  empty(): boolean {
    return this.qsize() === 0;
  }

  full(): boolean {
    const maxsize = currentContext().memory.load(SharedObject.addressOf(this) + Cell.maxsize);
    return maxsize > 0 && this.qsize() >= maxsize;
  }

  override toString(): string {
    return `<queue.${this.kind} object at ${addressText(this)}>`;
  }

  /** Adds an item where the kind of the queue has it. */
  protected add(context: ThreadContext, items: number, item: Item): void {
    pushValue(context, items, item);
  }

  /** Takes the item out that is next. */
  protected remove(context: ThreadContext, items: number): Item {
    return shiftValue<Item>(context, items);
  }

  #inside<Result>(body: (context: ThreadContext, cell: number) => Result): Result {
    const context = currentContext();
    const cell = SharedObject.addressOf(this);
    return inMonitor(context, cell + Cell.monitor, () => body(context, cell));
  }
}

/** Gives the item that was put last. */
export class LifoQueue<Item = unknown> extends Queue<Item> {
  override readonly kind = "LifoQueue";

  static override at(address: number): LifoQueue {
    return handleAt(LifoQueue, address);
  }

  protected override remove(context: ThreadContext, items: number): Item {
    return popValue<Item>(context, items);
  }
}

/** Gives the least item: numbers and texts by size, lists item by item. */
export class PriorityQueue<Item = unknown> extends Queue<Item> {
  override readonly kind = "PriorityQueue";

  static override at(address: number): PriorityQueue {
    return handleAt(PriorityQueue, address);
  }

  protected override add(context: ThreadContext, items: number, item: Item): void {
    heapPush(context, items, item);
  }

  protected override remove(context: ThreadContext, items: number): Item {
    return heapPop<Item>(context, items);
  }
}

function checkTimeout(timeout: number | null | undefined): void {
  if (typeof timeout === "number" && timeout < 0) throw new ValueError("'timeout' must be a non-negative number");
}

function createQueue(maxsize: number): number {
  const { memory } = currentContext();
  const cell = memory.allocate(Cell.words);
  memory.store(cell + Cell.maxsize, maxsize);
  return cell;
}
