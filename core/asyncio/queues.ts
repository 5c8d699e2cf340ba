/**
 * Queues between the tasks of one loop. Mirrors `Lib/asyncio/queues.py`.
 *
 * Invariants: items come out in the order in which they went in; one that waits can be overtaken between its wake-up
 * and its turn, and then waits again; a wake-up that was cancelled before it ran is passed on.
 */
import { repr } from "../programs/repr.ts";
import { type Coroutine, coroutine } from "./coroutine.ts";
import { Event } from "./event.ts";
import type { EventLoop } from "./events.ts";
import { ValueError } from "./exceptions.ts";
import type { Future } from "./futures.ts";
import { LoopBound } from "./loop-bound.ts";
import { FirstInFirstOut, LastInFirstOut, type QueueItems, SmallestFirst } from "./queue-items.ts";

/** `getNowait` on an empty queue. */
export class QueueEmpty extends Error {
  override readonly name = "QueueEmpty";
}

/** `putNowait` on a full queue. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

type Waiters = Set<Future<null>>;

export class Queue<Item> extends LoopBound {
  /** The most items that it holds; 0 or less: any number. */
  readonly maxsize: number;
  readonly #items: QueueItems<Item>;
  readonly #getters: Waiters = new Set();
  readonly #putters: Waiters = new Set();
  readonly #finished = new Event();
  #unfinished = 0;

  /** @param items how the items are kept: first in, first out when left out. */
  constructor(maxsize = 0, items: QueueItems<Item> = new FirstInFirstOut()) {
    super();
    this.maxsize = maxsize;
    this.#items = items;
    this.#finished.set();
  }

  qsize(): number {
    return this.#items.length;
  }

  empty(): boolean {
    return this.#items.length === 0;
  }

  full(): boolean {
    return this.maxsize > 0 && this.#items.length >= this.maxsize;
  }

  /** Waits for a free place, and puts an item in. */
  put(item: Item): Coroutine<void> {
    return this.#put(item);
  }

  /** @throws QueueFull when no place is free. */
  putNowait(item: Item): void {
    if (this.full()) throw new QueueFull();
    this.#items.put({ item });
    this.#unfinished += 1;
    this.#finished.clear();
    wakeNext(this.#getters);
  }

  /** Waits for an item, and takes it out. */
  get(): Coroutine<Item> {
    return this.#get();
  }

  /** @throws QueueEmpty when there is none. */
  getNowait(): Item {
    const taken = this.#items.take();
    if (taken === undefined) throw new QueueEmpty();
    wakeNext(this.#putters);
    return taken.item;
  }

  /** Says that an item taken out has been dealt with. @throws ValueError when all have been. */
  taskDone(): void {
    if (this.#unfinished <= 0) throw new ValueError("task_done() called too many times");
    this.#unfinished -= 1;
    if (this.#unfinished === 0) this.#finished.set();
  }

  /** Waits until every item has been taken out and dealt with. */
  join(): Coroutine<void> {
    return this.#join();
  }

  /** `<Queue maxsize=2 _queue=[1] tasks=1>`. */
  override toString(): string {
    const about = [`maxsize=${this.maxsize}`];
    if (this.#items.length > 0) about.push(`_queue=${repr(this.#items.list().map(({ item }) => item))}`);
    if (this.#getters.size > 0) about.push(`_getters[${this.#getters.size}]`);
    if (this.#putters.size > 0) about.push(`_putters[${this.#putters.size}]`);
    if (this.#unfinished > 0) about.push(`tasks=${this.#unfinished}`);
    return `<${this.constructor.name} ${about.join(" ")}>`;
  }

  readonly #put = coroutine(function* put(this: Queue<Item>, item: Item): Generator<unknown, void, unknown> {
    while (this.full()) yield* waitAmong(this.#putters, this.boundLoop(), () => !this.full());
    this.putNowait(item);
  }, "Queue.put");

  readonly #get = coroutine(function* get(this: Queue<Item>): Generator<unknown, Item, unknown> {
    while (this.empty()) yield* waitAmong(this.#getters, this.boundLoop(), () => !this.empty());
    return this.getNowait();
  }, "Queue.get");

  readonly #join = coroutine(function* join(this: Queue<Item>): Generator<unknown, void, unknown> {
    if (this.#unfinished > 0) yield* this.#finished.wait();
  }, "Queue.join");
}

/** A queue whose smallest item comes out first; a list is compared item by item, an object by its `lessThan`. */
export class PriorityQueue<Item> extends Queue<Item> {
  constructor(maxsize = 0) {
    super(maxsize, new SmallestFirst());
  }
}

/** A queue whose newest item comes out first. */
export class LifoQueue<Item> extends Queue<Item> {
  constructor(maxsize = 0) {
    super(maxsize, new LastInFirstOut());
  }
}

/** Waits to be woken; when that is cancelled after the wake-up, and `useful` still, wakes the next in line. */
function* waitAmong(waiters: Waiters, loop: EventLoop, useful: () => boolean): Generator<unknown, void, unknown> {
  const waiter = loop.createFuture<null>();
  waiters.add(waiter);
  try {
    yield* waiter;
  } catch (error) {
    waiter.cancel();
    waiters.delete(waiter);
    if (useful() && !waiter.cancelled()) wakeNext(waiters);
    throw error;
  }
}

/** Wakes the first that is not done, and forgets it and those before it. */
function wakeNext(waiters: Waiters): void {
  for (const waiter of waiters) {
    waiters.delete(waiter);
    if (waiter.done()) continue;
    waiter.setResult(null);
    return;
  }
}
