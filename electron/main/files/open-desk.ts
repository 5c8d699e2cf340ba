/**
 * Opening a file: asked for by a dialog or by its path, read away from main's thread, shown when it was read to its end.
 * Invariants: a file that is refused changes nothing of what is shown; one file is read at a time, and the last one asked
 * for wins; a run that is on is never put aside.
 */
import { basename } from "node:path";
import type { OpenDialogOptions, OpenDialogReturnValue } from "electron";
import type { Answer } from "../../../core/contract/page-protocol.ts";
import type { RecordingState } from "../../../core/contract/recording-state.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { ReadFile } from "./open-worker.ts";
import type { Reading } from "./read-file.ts";

/** A file that was read. */
export interface OpenedFile extends ReadFile {
  /** Absolute. */
  readonly path: string;
  /** Its name without folders. */
  readonly name: string;
  /** The journal made of it, absolute. */
  readonly journal: string;
}

export type Opening = RecordingState["opening"];

export interface OpenDeskOptions {
  readonly language: Language;
  readonly askWhich: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  /** Begins to read the file at `path` into a new journal. */
  readonly read: (path: string, journal: string, onProgress: (read: number, size: number) => void) => Reading;
  /** A path for a new journal. @throws when the disk refuses. */
  readonly journal: () => string;
  /** Whether a run is on. */
  readonly isBusy: () => boolean;
  /** What is being read, or null when nothing is any more. */
  readonly onOpening: (opening: Opening) => void;
  readonly onOpened: (file: OpenedFile) => void;
}

const done: Answer = { ok: true };

export class OpenDesk {
  readonly #options: OpenDeskOptions;
  #reading: Reading | undefined;
  #asked = 0;

  constructor(options: OpenDeskOptions) {
    this.#options = options;
  }

  /** Asks which file, and opens it. Never rejects. */
  async ask(): Promise<Answer> {
    const { language } = this.#options;
    const chosen = await this.#options.askWhich({
      title: translate(language, "dialog.open.title"),
      buttonLabel: translate(language, "dialog.open.button"),
      filters: [
        { name: translate(language, "dialog.filter.spinscope"), extensions: ["spinscope"] },
        { name: translate(language, "dialog.filter.all"), extensions: ["*"] },
      ],
      properties: ["openFile"],
    });
    const [path] = chosen.filePaths;
    return chosen.canceled || path === undefined ? done : this.open(path);
  }

  /** Opens the file at `path` (absolute). Never rejects; the answer says why it was refused. */
  async open(path: string): Promise<Answer> {
    const { language } = this.#options;
    const name = basename(path);
    if (path === "") return { ok: false, problem: translate(language, "problem.open.no-path") };
    if (this.#options.isBusy()) return this.#refusedForRun(name);
    this.cancel();
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const journal = this.#options.journal();
      this.#options.onOpening({ name, read: 0, size: 0 });
      const reading = this.#options.read(path, journal, (read, size) => {
        if (asked === this.#asked) this.#options.onOpening({ name, read, size });
      });
      this.#reading = reading;
      const file = await reading.done;
      if (file === undefined || asked !== this.#asked) return done;
      if (this.#options.isBusy()) return this.#refusedForRun(name);
      this.#options.onOpened({ ...file, path, name, journal });
      return done;
    } catch (error) {
      if (asked !== this.#asked) return done;
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: translate(language, "problem.open", { name, reason }) };
    } finally {
      if (asked === this.#asked) {
        this.#reading = undefined;
        this.#options.onOpening(null);
      }
    }
  }

  /** Ends the reading of the file that is being opened, if one is. */
  cancel(): void {
    if (this.#reading === undefined) return;
    this.#asked += 1;
    this.#reading.cancel();
    this.#reading = undefined;
    this.#options.onOpening(null);
  }

  #refusedForRun(name: string): Answer {
    return { ok: false, problem: translate(this.#options.language, "problem.open.run", { name }) };
  }
}
