/**
 * How a queue keeps its items: first in first out, last in first out, or smallest first. Mirrors what `Queue`,
 * `LifoQueue` and `PriorityQueue` of `Lib/asyncio/queues.py` do in `_get` and `_put`.
 */
import { lessThan } from "../programs/less-than.ts";
import { heappop, heappush } from "./heapq.ts";

/** An item in its box, since a program can put anything into a queue, also nothing. */
export interface Boxed<Item> {
  readonly item: Item;
}

/** The items of a queue. */
export interface QueueItems<Item> {
  readonly length: number;
  put(boxed: Boxed<Item>): void;
  /** Takes the next one out; undefined when there is none. */
  take(): Boxed<Item> | undefined;
  /** As `repr` shows them. */
  list(): readonly Boxed<Item>[];
}

/** First in, first out. Two lists, so that taking one out costs the same however many there are. */
export class FirstInFirstOut<Item> implements QueueItems<Item> {
  #in: Boxed<Item>[] = [];
  /** The next one last. */
  #out: Boxed<Item>[] = [];

  get length(): number {
    return this.#in.length + this.#out.length;
  }

  put(boxed: Boxed<Item>): void {
    this.#in.push(boxed);
  }

  take(): Boxed<Item> | undefined {
    if (this.#out.length === 0) {
      this.#out = this.#in.reverse();
      this.#in = [];
    }
    return this.#out.pop();
  }

  list(): readonly Boxed<Item>[] {
    return [...this.#out.toReversed(), ...this.#in];
  }
}

export class LastInFirstOut<Item> implements QueueItems<Item> {
  readonly #items: Boxed<Item>[] = [];

  get length(): number {
    return this.#items.length;
  }

  put(boxed: Boxed<Item>): void {
    this.#items.push(boxed);
  }

  take(): Boxed<Item> | undefined {
    return this.#items.pop();
  }

  list(): readonly Boxed<Item>[] {
    return this.#items;
  }
}

export class SmallestFirst<Item> implements QueueItems<Item> {
  readonly #heap: Boxed<Item>[] = [];

  get length(): number {
    return this.#heap.length;
  }

  /** @throws TypeError when the item cannot be compared with one that is there. */
  put(boxed: Boxed<Item>): void {
    heappush(this.#heap, boxed, before);
  }

  take(): Boxed<Item> | undefined {
    return heappop(this.#heap, before);
  }

  list(): readonly Boxed<Item>[] {
    return this.#heap;
  }
}

function before<Item>(one: Boxed<Item>, other: Boxed<Item>): boolean {
  return lessThan(one.item, other.item);
}
