/**
 * Numbers, columns and texts as bytes, little endian, in a buffer that grows and is used again. Columns are copied as
 * they lie in memory: every machine that Electron runs on is little endian.
 */
export class ByteWriter {
  #bytes = new Uint8Array(4_096);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** What was written since `clear`; valid until the next write. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  byte(value: number): void {
    const at = this.#take(1);
    this.#bytes[at] = value;
  }

  /** An unsigned 32-bit number. */
  word(value: number): void {
    const at = this.#take(4);
    this.#view.setUint32(at, value, true);
  }

  /** Replaces a word written before. */
  replaceWord(at: number, value: number): void {
    this.#view.setUint32(at, value, true);
  }

  raw(column: Uint8Array | Int16Array | Uint32Array | Int32Array | Float64Array): void {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    const at = this.#take(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** A text as its UTF-16 units, one byte each where all fit: exact for any text, half a surrogate pair too. */
  text(text: string): void {
    let widest = 0;
    for (let i = 0; i < text.length; i++) widest |= text.charCodeAt(i);
    const wide = widest > 0xff;
    this.word(text.length * 2 + (wide ? 1 : 0));
    let at = this.#take(wide ? text.length * 2 : text.length);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.#bytes[at++] = unit;
      if (wide) this.#bytes[at++] = unit >>> 8;
    }
  }

  /** Makes room; returns where it begins. */
  #take(size: number): number {
    const at = this.#length;
    this.#length += size;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, at));
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
}
