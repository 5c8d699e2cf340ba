/**
 * The one SharedArrayBuffer of a run, as each of its threads sees it: words, 64-bit marks, texts, and an allocator
 * that only ever goes forward. Cells are never freed, so an address that was good once is good for the whole run.
 * Plain data (a text's units) is written before the word that publishes its address is stored with Atomics.
 */
import { MemoryError } from "./exceptions.ts";
import { Header, magic, memoryBytes, Slot, workerSlots } from "./layout.ts";

export class SharedMemory {
  readonly buffer: SharedArrayBuffer;
  /** All of it: for a benchmark that does without the methods. */
  readonly words: Int32Array<SharedArrayBuffer>;
  readonly #wide: BigInt64Array<SharedArrayBuffer>;
  readonly #floats: Float64Array<SharedArrayBuffer>;
  readonly #units: Uint16Array<SharedArrayBuffer>;

  /** Attaches to a run's memory. @throws TypeError for a buffer that `SharedMemory.create` did not make. */
  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer;
    this.words = new Int32Array(buffer);
    this.#wide = new BigInt64Array(buffer);
    this.#floats = new Float64Array(buffer);
    this.#units = new Uint16Array(buffer);
    if (this.load(Header.magic) === magic) return;
    throw new TypeError("this buffer is not a run's memory of this version: build all workers and the host together");
  }

  /** Fresh memory for one run. `identBase`: what MainThread's ident is; the others' count down from it. */
  static create(identBase: number, bytes = memoryBytes): SharedMemory {
    const buffer = new SharedArrayBuffer(bytes);
    Atomics.store(new Int32Array(buffer), Header.magic, magic);
    const memory = new SharedMemory(buffer);
    memory.store(Header.free, Header.words + workerSlots * Slot.words);
    memory.store(Header.nextName, 1);
    memory.storeMark(Header.identBase, identBase);
    return memory;
  }

  load(word: number): number {
    return Atomics.load(this.words, word);
  }

  store(word: number, value: number): void {
    Atomics.store(this.words, word, value);
  }

  /** Adds, and returns the value before. */
  add(word: number, amount: number): number {
    return Atomics.add(this.words, word, amount);
  }

  /** Stores `value` if the word holds `expected`; says whether it did. */
  swap(word: number, expected: number, value: number): boolean {
    return Atomics.compareExchange(this.words, word, expected, value) === expected;
  }

  /** Stores, and returns the value before. */
  exchange(word: number, value: number): number {
    return Atomics.exchange(this.words, word, value);
  }

  /**
   * Blocks the thread until the word is notified, for `ms` at most; not at all while the word does not hold `value`. The
   * one place where a thread of a run blocks: a test that has a memory of its own decides here who runs next.
   */
  wait(word: number, value: number, ms = Number.POSITIVE_INFINITY): "ok" | "not-equal" | "timed-out" {
    return Atomics.wait(this.words, word, value, ms);
  }

  /** Wakes `count` threads that wait on the word; all when left out. */
  notify(word: number, count?: number): void {
    Atomics.notify(this.words, word, count);
  }

  /** Stores and wakes every thread that waits on the word. */
  announce(word: number, value: number): void {
    this.store(word, value);
    this.notify(word);
  }

  /** Adds 1 and wakes every thread that waits on the word: for words whose changing is the news. */
  bump(word: number): void {
    this.add(word, 1);
    this.notify(word);
  }

  /** An integer below 2^53, read whole. */
  loadMark(word: number): number {
    return Number(Atomics.load(this.#wide, word / 2));
  }

  storeMark(word: number, mark: number): void {
    Atomics.store(this.#wide, word / 2, BigInt(mark));
  }

  /** The number at an even word; whoever calls guards it. */
  loadFloat(word: number): number {
    return this.#floats[word / 2] ?? Number.NaN;
  }

  /** Writes a number of any kind into two words, the first of which is even; whoever calls guards them. */
  storeFloat(word: number, value: number): void {
    this.#floats[word / 2] = value;
  }

  /** A zeroed cell's address. @throws MemoryError when the run's memory is used up. */
  allocate(words: number): number {
    const even = words + (words & 1);
    const address = this.add(Header.free, even);
    if (address >= 0 && address + even <= this.words.length) return address;
    this.add(Header.free, -even);
    throw new MemoryError(
      `the run's ${this.buffer.byteLength} bytes of shared memory are used up: share fewer objects, they are never freed`,
    );
  }

  /** Puts a cell, whose first word is its `next`, at the head of a list. */
  push(head: number, address: number): void {
    for (;;) {
      const first = this.load(head);
      this.store(address, first);
      if (this.swap(head, first, address)) return;
    }
  }

  /** The addresses of a list's cells, newest first. */
  *list(head: number): Generator<number, void> {
    for (let address = this.load(head); address !== 0; address = this.load(address)) yield address;
  }

  /** Stores a text in a cell of its own and returns the address. */
  writeText(text: string): number {
    const address = this.allocate(this.wordsOfText(text.length));
    this.putText(address, text);
    return address;
  }

  /** Words that a text of so many units takes. */
  wordsOfText(units: number): number {
    return 1 + Math.ceil(units / 2);
  }

  /** Writes a text at an address where there is room for it. */
  putText(address: number, text: string): void {
    const first = (address + 1) * 2;
    for (let i = 0; i < text.length; i++) this.#units[first + i] = text.charCodeAt(i);
    this.store(address, text.length);
  }

  /** The text at an address; "" at 0. */
  readText(address: number): string {
    if (address === 0) return "";
    return textOf(this.#units, (address + 1) * 2, this.load(address));
  }
}

/** UTF-16 units as a string; in pieces, since an argument list is bounded. */
function textOf(units: Uint16Array, first: number, length: number): string {
  let text = "";
  for (let at = 0; at < length; at += 4_096) {
    text += String.fromCharCode(...units.subarray(first + at, first + Math.min(length, at + 4_096)));
  }
  return text;
}
