/**
 * A queue, first in, first out: blocks in a chain, as CPython's deque has them, used again in a ring once they are
 * empty, so that it makes no object while it does not grow. The loop keeps what is ready in one
 * (`BaseEventLoop._ready` is a deque). One array that doubles would have to be copied, into memory that nobody has
 * touched before: with a hundred thousand tasks that is a fifteenth of what making them costs.
 */
const blockSize = 256;
/** How many empty blocks are kept: what ten thousand tasks need that turn in circles. */
const mostSpare = 64;

interface Block<Item> {
  readonly items: (Item | undefined)[];
  next: Block<Item> | null;
}

function createBlock<Item>(): Block<Item> {
  return { items: new Array<Item | undefined>(blockSize), next: null };
}

export class Ring<Item> {
  #first: Block<Item> = createBlock<Item>();
  #last = this.#first;
  /** Where in the first block the first item is. */
  #head = 0;
  /** Where in the last block the next item goes. */
  #tail = 0;
  #length = 0;
  #spare: Block<Item> | null = null;
  #spares = 0;

  get length(): number {
    return this.#length;
  }

  push(item: Item): void {
    if (this.#tail === blockSize) this.#append();
    this.#last.items[this.#tail++] = item;
    this.#length += 1;
  }

  /** Takes the first one, or undefined when there is none. */
  shift(): Item | undefined {
    if (this.#length === 0) return undefined;
    if (this.#head === blockSize) this.#dropFirst();
    const { items } = this.#first;
    const item = items[this.#head];
    items[this.#head++] = undefined;
    this.#length -= 1;
    return item;
  }

  clear(): void {
    this.#first = createBlock<Item>();
    this.#last = this.#first;
    this.#head = 0;
    this.#tail = 0;
    this.#length = 0;
    this.#spare = null;
    this.#spares = 0;
  }

  #append(): void {
    const block = this.#spare ?? createBlock<Item>();
    if (block === this.#spare) {
      this.#spare = block.next;
      this.#spares -= 1;
      block.next = null;
    }
    this.#last.next = block;
    this.#last = block;
    this.#tail = 0;
  }

  /** The first block is empty, and there is another. */
  #dropFirst(): void {
    const empty = this.#first;
    if (empty.next === null) return;
    this.#first = empty.next;
    this.#head = 0;
    if (this.#spares === mostSpare) return;
    empty.next = this.#spare;
    this.#spare = empty;
    this.#spares += 1;
  }
}
