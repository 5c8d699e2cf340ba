/**
 * Whole lines from bytes that come in pieces cut anywhere. Invariants: a line is given out only with its `\n` seen;
 * what is held is at most one unfinished line, of bounded length.
 */
import { UnreadableRecording } from "../unreadable.ts";

/** Decodes UTF-8 and throws for bytes that are none. A host gives it: core has no decoder. */
export type DecodeUtf8 = (bytes: Uint8Array) => string;

const newline = 0x0a;
/** Bytes of the first line; a header of a quarter of a million lanes fits. */
const longestFirst = 32 * 2 ** 20;
/** Bytes of any other line: many times what an event may take. */
const longestLine = 8 * 2 ** 20;

export class LineSplitter {
  readonly #decode: DecodeUtf8;
  #rest: Uint8Array[] = [];
  #restLength = 0;
  #lines = 0;

  constructor(decode: DecodeUtf8) {
    this.#decode = decode;
  }

  /** Lines given out so far. */
  get lines(): number {
    return this.#lines;
  }

  /** Bytes of the unfinished last line. */
  get unfinished(): number {
    return this.#restLength;
  }

  /** The unfinished last line; undefined for one that is not UTF-8, as when it was cut inside a character. */
  rest(): string | undefined {
    try {
      return this.#decode(joined(this.#rest));
    } catch {
      return undefined;
    }
  }

  /** The lines that these bytes complete. @throws UnreadableRecording for bad UTF-8 or a line without end. */
  push(bytes: Uint8Array): readonly string[] {
    const end = bytes.lastIndexOf(newline) + 1;
    if (end === 0) {
      this.#keep(bytes);
      return [];
    }
    const whole = joined([...this.#rest, bytes.subarray(0, end - 1)]);
    this.#rest = [];
    this.#restLength = 0;
    this.#keep(bytes.subarray(end));
    const lines = this.#text(whole).split("\n");
    this.#lines += lines.length;
    return lines;
  }

  #keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    // The caller may use its buffer again.
    this.#rest.push(bytes.slice());
    this.#restLength += bytes.length;
    const longest = this.#lines === 0 ? longestFirst : longestLine;
    if (this.#restLength <= longest) return;
    throw new UnreadableRecording(`is longer than ${longest} bytes: this is no recording`, this.#lines + 1);
  }

  #text(bytes: Uint8Array): string {
    try {
      return this.#decode(bytes);
    } catch {
      throw new UnreadableRecording("is not UTF-8", this.#lines + 1 + this.#firstBadLine(bytes));
    }
  }

  #firstBadLine(bytes: Uint8Array): number {
    let from = 0;
    for (let line = 0; ; line++) {
      const next = bytes.indexOf(newline, from);
      const end = next < 0 ? bytes.length : next;
      if (!this.#isUtf8(bytes.subarray(from, end)) || next < 0) return line;
      from = end + 1;
    }
  }

  #isUtf8(bytes: Uint8Array): boolean {
    try {
      this.#decode(bytes);
      return true;
    } catch {
      return false;
    }
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
