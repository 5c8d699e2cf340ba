/**
 * A queue, first in, first out: a ring that doubles when it is full and makes no object while it is not. The loop
 * keeps what is ready in one (`BaseEventLoop._ready` is a deque).
 */
const smallest = 16;

export class Ring<Item> {
  #items = new Array<Item | undefined>(smallest);
  #mask = smallest - 1;
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: Item): void {
    if (this.#length > this.#mask) this.#items = this.#doubled();
    this.#items[(this.#head + this.#length) & this.#mask] = item;
    this.#length += 1;
  }

  /** Takes the first one, or undefined when there is none. */
  shift(): Item | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head] = undefined;
    this.#head = (this.#head + 1) & this.#mask;
    this.#length -= 1;
    return item;
  }

  clear(): void {
    this.#items.fill(undefined);
    this.#head = 0;
    this.#length = 0;
  }

  /** The items from the first on, in an array of twice the size, made at once: growing it bit by bit costs more. */
  #doubled(): (Item | undefined)[] {
    const doubled = new Array<Item | undefined>(this.#length * 2);
    for (let at = 0; at < this.#length; at++) doubled[at] = this.#items[(this.#head + at) & this.#mask];
    this.#mask = doubled.length - 1;
    this.#head = 0;
    return doubled;
  }
}
