/**
 * How a file begins: the byte order mark of UTF-8 is taken off (editors on Windows put it there), and another encoding
 * is refused by its name. Bytes are held until there are enough of them to tell.
 */
import { UnreadableRecording } from "../unreadable.ts";

/** The marks of UTF-32, and what a header begins with in zeros, are the longest. */
const headBytes = 4;
const utf8Mark: readonly number[] = [0xef, 0xbb, 0xbf];

/** Byte order marks (RFC 2781, Unicode 23.8), and how a header begins without one; the longer ones first. */
const otherEncodings: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0x00, 0x00]],
  ["UTF-32", [0x00, 0x00, 0xfe, 0xff]],
  ["UTF-32", [0x7b, 0x00, 0x00, 0x00]],
  ["UTF-32", [0x00, 0x00, 0x00, 0x7b]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
  ["UTF-16", [0x7b, 0x00, 0x22, 0x00]],
  ["UTF-16", [0x00, 0x7b, 0x00, 0x22]],
];

export class FileHead {
  #held: Uint8Array = new Uint8Array();
  #isTold = false;

  /** The bytes to read on: these ones, or none while more are needed. @throws UnreadableRecording for another encoding. */
  push(bytes: Uint8Array): Uint8Array {
    if (this.#isTold) return bytes;
    const held = new Uint8Array(this.#held.length + bytes.length);
    held.set(this.#held);
    held.set(bytes, this.#held.length);
    this.#held = held;
    return held.length < headBytes ? new Uint8Array() : this.end();
  }

  /** What is held when there are no more bytes. @throws UnreadableRecording for another encoding. */
  end(): Uint8Array {
    const head = this.#held;
    this.#held = new Uint8Array();
    this.#isTold = true;
    for (const [name, mark] of otherEncodings) {
      if (!beginsWith(head, mark)) continue;
      throw new UnreadableRecording(
        `the file is ${name}, and a recording is UTF-8: save it as UTF-8 and open it again`,
      );
    }
    return beginsWith(head, utf8Mark) ? head.subarray(utf8Mark.length) : head;
  }
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
