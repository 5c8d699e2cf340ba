/**
 * Reads back what ByteWriter wrote. Every read is checked against the end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** @throws RangeError at the end, as all the others. */
  byte(): number {
    return this.#bytes[this.#take(1)] ?? 0;
  }

  word(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** A buffer of its own, so that a column of any width can lie over it. */
  raw(size: number): ArrayBuffer {
    const at = this.#take(size);
    const buffer = new ArrayBuffer(size);
    new Uint8Array(buffer).set(this.#bytes.subarray(at, at + size));
    return buffer;
  }

  text(): string {
    const head = this.word();
    const wide = head % 2 === 1;
    const length = Math.floor(head / 2);
    const at = this.#take(wide ? length * 2 : length);
    let text = "";
    for (let from = 0; from < length; from += longestCall) {
      const units: number[] = [];
      for (let i = from; i < Math.min(length, from + longestCall); i++) {
        const low = this.#bytes[at + (wide ? i * 2 : i)] ?? 0;
        units.push(wide ? low | ((this.#bytes[at + i * 2 + 1] ?? 0) << 8) : low);
      }
      text += String.fromCharCode(...units);
    }
    return text;
  }

  #take(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length) throw new RangeError("a record is shorter than what it says it holds");
    this.#at += size;
    return at;
  }
}

/** Arguments of one call stay on the stack. */
const longestCall = 4_096;
