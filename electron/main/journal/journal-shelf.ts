/**
 * The journals of this process on disk, one a recording, in the order in which they were made; and the present one, which
 * can be exported and read again while it grows.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Committed } from "../../../core/journal/committed.ts";
import type { JournalStart } from "../../../core/journal/journal-entry.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import type { JournalSink, RecordingEnd, RecordingStart } from "../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import type { ProducerId } from "../../../core/trace/ids.ts";
import type { Producer } from "../../../core/trace/producer.ts";
import { isAlive, type ProcessIdentity } from "../../node/process-identity.ts";
import type { JournalCursor } from "../page/timeline-feed.ts";
import { emptyCursor, openJournalCursor, type ReadableJournal } from "./journal-cursor.ts";
import { JournalFile } from "./journal-file.ts";
import { journalsIn, postponeJournal, type Settlement, settleJournal, tidyJournals } from "./journal-folder.ts";
import { journalFileName, journalStem } from "./journal-name.ts";

/** The journal of the present recording. */
export interface PresentJournal {
  /** Absolute. */
  readonly journal: string;
  readonly lesson: string;
  /** Wall-clock time of the origin, ISO 8601. */
  readonly started: string;
  /** What it holds so far. */
  readonly committed: () => Committed;
}

export interface JournalShelfOptions {
  /** Absolute, made when needed. */
  readonly folder: string;
  /** The program and the machine, for the headers. */
  readonly about: Pick<JournalStart, "app" | "host">;
  /** This process. */
  readonly owner: () => ProcessIdentity;
  /** Told of a journal that can't be read again, or of which what was decided can't be noted. */
  readonly onProblem: (reason: string) => void;
  /** A journal does not give back all that it holds. */
  readonly onLoss: (loss: JournalLoss) => void;
  /** A journal was moved or deleted while it was in use, and was put back at `path`. */
  readonly onRestored: (path: string) => void;
}

export class JournalShelf {
  readonly #options: JournalShelfOptions;
  #present: PresentJournal | undefined;
  #file: JournalFile | undefined;
  /** Those of recordings that are kept, by path: open, so that none can be lost by a name that goes. */
  readonly #kept = new Map<string, { readonly file: JournalFile; readonly writer: JournalWriter }>();
  #ordinal = 0;

  constructor(options: JournalShelfOptions) {
    this.#options = options;
  }

  /** The recording that is being made, or the last one; `undefined` before the first has begun. */
  get present(): PresentJournal | undefined {
    return this.#present;
  }

  /**
   * A journal for the next recording; those `inUse` (absolute) are kept, however old. Its file is made when that begins; what takes longer is done here, before: the
   * beginning is the instant at which the programs start. A folder that can't be used fails the beginning.
   */
  openSink(inUse: readonly string[] = []): JournalSink {
    this.#prepare(inUse);
    const writer = new JournalWriter((bytes) => this.#file?.append(bytes), this.#options.about);
    return {
      begin: (start: RecordingStart) => {
        this.#present = undefined;
        this.#file = undefined;
        const file = this.#create(start);
        this.#file = file;
        this.#kept.set(file.path, { file, writer });
        writer.begin(start);
        const { lesson, started } = start;
        this.#present = { journal: file.path, lesson, started, committed: () => writer.committed };
      },
      producer: (producer: Producer) => writer.producer(producer),
      append: (batch: Batch) => writer.append(batch),
      lose: (batch: Batch) => writer.lose(batch),
      bye: (producer: ProducerId, lastSeq: number) => writer.bye(producer, lastSeq),
      end: (end: RecordingEnd) => {
        writer.end(end);
        this.#file?.keep();
        this.#file = undefined;
      },
    };
  }

  /** Reads the present journal from its start; nothing, when none could be made. */
  openCursor(): JournalCursor {
    return this.#present === undefined ? emptyCursor : this.cursorOf(this.#present);
  }

  /** Reads a journal from its start, be it kept here or not. One that was moved or deleted is put back before. */
  cursorOf(journal: ReadableJournal): JournalCursor {
    const { onProblem, onLoss } = this.#options;
    try {
      this.keep(journal.journal);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
      return emptyCursor;
    }
    return openJournalCursor(journal, { onUnreadable: onProblem, onLoss });
  }

  /** What was decided of the recording in that journal; one that lies elsewhere is none of the shelf's. */
  settle(journal: string, how: Settlement): void {
    this.#mark(journal, (path) => settleJournal(path, how));
    if (how === "replaced") this.#close(journal);
  }

  /**
   * Makes sure that a kept recording's journal can be read where it is. Returns what it holds now; undefined for one that is
   * not kept here. @throws Error that says why it can't be read.
   */
  keep(journal: string): Committed | undefined {
    const kept = this.#kept.get(journal);
    kept?.file.keep();
    return kept?.writer.committed;
  }

  #mark(journal: string, mark: (path: string) => void): void {
    if (dirname(journal) !== this.#options.folder) return;
    try {
      mark(journal);
    } catch (error) {
      // It will be offered once more than it should be.
      this.#options.onProblem(`${journal} can't be marked: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** The recording in that journal is not to be offered by itself again. */
  postpone(journal: string): void {
    this.#mark(journal, postponeJournal);
  }

  #close(journal: string): void {
    this.#kept.get(journal)?.file.close();
    this.#kept.delete(journal);
  }

  #create({ started, run }: RecordingStart): JournalFile {
    this.#ordinal += 1;
    const { folder, owner } = this.#options;
    const self = owner();
    const path = join(folder, journalFileName(journalStem(this.#ordinal, started, self.pid, run), self));
    return new JournalFile(path, { onRestored: this.#options.onRestored });
  }

  /** Makes the folder, tidies it, and finds how far the ordinals have come. */
  #prepare(inUse: readonly string[]): void {
    const { folder, owner } = this.#options;
    const self = owner();
    try {
      mkdirSync(folder, { recursive: true });
      tidyJournals(folder, inUse, (other) => other.pid !== self.pid && isAlive(other, self));
      this.#ordinal = Math.max(this.#ordinal, journalsIn(folder).at(-1)?.ordinal ?? 0);
    } catch {
      // Whatever is wrong with the folder is said when the journal's file can't be made in it.
    }
  }
}
