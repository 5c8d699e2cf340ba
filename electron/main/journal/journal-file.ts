/**
 * A journal's file, appended to synchronously: only what `writeSync` has taken survives this process's sudden end. About
 * 33 µs a call, so it is called once a batch.
 * The folder is the person's: it can be moved or deleted while a run is on. The bytes are then still there for who has the
 * file open, so it is put back at its place as long as it is. Invariant: what was appended can be read at `path`, or
 * `append`, `keep` throw.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** How often it is looked for at its place while it grows, ms. */
const lookEvery = 250;
/** Bytes that are copied at once. */
const piece = 1 << 20;

export interface JournalFileOptions {
  /** ms, monotonic. */
  readonly now?: () => number;
  /** Told that the file was gone, and was put back. */
  readonly onRestored?: (path: string) => void;
}

export class JournalFile {
  readonly path: string;
  readonly #now: () => number;
  readonly #onRestored: (path: string) => void;
  #file: number;
  #looked: number;

  /** Makes the file. @throws when there is one already, or none can be made */
  constructor(path: string, { now = () => performance.now(), onRestored = () => {} }: JournalFileOptions = {}) {
    this.path = path;
    this.#now = now;
    this.#onRestored = onRestored;
    this.#file = openSync(path, "wx+");
    this.#looked = now();
  }

  /** Appends all of `bytes`: a nearly full disk takes a part first, and says only then that it is full. @throws */
  readonly append = (bytes: Uint8Array): void => {
    writeAll(this.#file, bytes);
    const now = this.#now();
    if (now - this.#looked < lookEvery) return;
    this.#looked = now;
    this.keep();
  };

  /** Puts it back where it was moved or deleted from. @throws Error when that can't be done. */
  keep(): void {
    if (this.#isInPlace()) return;
    try {
      this.#restore();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`"${this.path}" was moved or deleted, and can't be written again: ${reason}`);
    }
    this.#onRestored(this.path);
  }

  close(): void {
    closeSync(this.#file);
  }

  #isInPlace(): boolean {
    const there = statSync(this.path, { throwIfNoEntry: false });
    const mine = fstatSync(this.#file);
    return there !== undefined && there.ino === mine.ino && there.dev === mine.dev;
  }

  #restore(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const copy = openSync(this.path, "wx+");
    try {
      const bytes = new Uint8Array(piece);
      for (let at = 0; ; ) {
        const read = readSync(this.#file, bytes, 0, piece, at);
        if (read === 0) break;
        writeAll(copy, bytes.subarray(0, read));
        at += read;
      }
    } catch (error) {
      closeSync(copy);
      throw error;
    }
    closeSync(this.#file);
    this.#file = copy;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
