/**
 * A map that forgets its oldest entries, so that a file of any length can be walked through with bounded memory.
 */
export class Recent<Value> {
  readonly #entries = new Map<number, Value>();
  /** Stands before the oldest: from the front, each look for it would pass all places that were left empty. */
  readonly #fromOldest = this.#entries.keys();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  set(key: number, value: Value): void {
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    const oldest = this.#fromOldest.next();
    if (oldest.done !== true) this.#entries.delete(oldest.value);
  }

  get(key: number): Value | undefined {
    return this.#entries.get(key);
  }

  /** The value, which is then no longer there. */
  take(key: number): Value | undefined {
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    return value;
  }
}
