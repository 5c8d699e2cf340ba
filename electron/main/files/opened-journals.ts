/**
 * Where the journals of opened files are: a folder that is emptied at the start and of what is shown no more. The files
 * themselves are the person's and never touched, nor are journals that belong to another living process.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive, type ProcessIdentity } from "../../node/process-identity.ts";
import { journalFileName, parseJournalName } from "../journal/journal-name.ts";

export class OpenedJournals {
  readonly #folder: string;
  readonly #owner: () => ProcessIdentity;
  #made = 0;

  /** `folder`: absolute, made when needed. `owner`: this process. */
  constructor(folder: string, owner: () => ProcessIdentity) {
    this.#folder = folder;
    this.#owner = owner;
  }

  /** A path where nothing is. @throws when the folder can't be made. */
  next(): string {
    mkdirSync(this.#folder, { recursive: true });
    this.#made += 1;
    const stem = `${String(this.#made).padStart(8, "0")}-opened`;
    return join(this.#folder, journalFileName(stem, this.#owner()));
  }

  /** Removes every journal but those at `kept`. What can't be removed is left for the next start. */
  tidy(kept: readonly string[]): void {
    try {
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        if (!kept.includes(path) && !this.#isOthers(name)) rmSync(path, { force: true });
      }
    } catch {
      // No folder yet, or one that can't be read: there is nothing to tidy, or no way to.
    }
  }

  #isOthers(name: string): boolean {
    const self = this.#owner();
    const owner = parseJournalName(name)?.owner;
    return owner !== undefined && owner.pid !== self.pid && isAlive(owner, self);
  }
}
