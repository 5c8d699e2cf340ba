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
      const to = Math.min(length, from + longestCall);
      text += String.fromCharCode(...(wide ? this.#wide(at, from, to) : this.#bytes.subarray(at + from, at + to)));
    }
    return text;
  }

  /** The units `from` to `to` of a text of two bytes each that stands at `at`. */
  #wide(at: number, from: number, to: number): Uint16Array {
    const units = new Uint16Array(to - from);
    for (let i = from; i < to; i++) units[i - from] = this.#view.getUint16(at + i * 2, true);
    return units;
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
