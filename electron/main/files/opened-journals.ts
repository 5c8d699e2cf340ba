/**
 * Where the journals of opened files are: a folder that is emptied at the start and of what is shown no more. The files
 * themselves are the person's and never touched.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

export class OpenedJournals {
  readonly #folder: string;
  #made = 0;

  /** `folder`: absolute, made when needed. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A path where nothing is. @throws when the folder can't be made. */
  next(): string {
    mkdirSync(this.#folder, { recursive: true });
    this.#made += 1;
    return join(this.#folder, `${process.pid}-${this.#made}.journal`);
  }

  /** Removes every journal but those at `kept`. What can't be removed is left for the next start. */
  tidy(kept: readonly string[]): void {
    try {
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        if (!kept.includes(path)) rmSync(path, { force: true });
      }
    } catch {
      // No folder yet, or one that can't be read: there is nothing to tidy, or no way to.
    }
  }
}
