/**
 * A journal's file, appended to synchronously: only what `writeSync` has taken survives this process's sudden end. About
 * 33 µs a call, so it is called once a batch.
 */
import { closeSync, openSync, writeSync } from "node:fs";

export class JournalFile {
  readonly path: string;
  readonly #file: number;

  /** Makes the file. @throws when there is one already, or none can be made */
  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, "wx");
  }

  /** Appends all of `bytes`: a nearly full disk takes a part first, and says only then that it is full. @throws */
  readonly append = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
  };

  close(): void {
    closeSync(this.#file);
  }
}
