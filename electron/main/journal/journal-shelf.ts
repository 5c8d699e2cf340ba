/**
 * The journals on disk, one a recording, the newest few kept; and the present one, which can be exported and read again
 * while it grows.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { JournalStart } from "../../../core/journal/journal-entry.ts";
import { JournalWriter } from "../../../core/journal/journal-writer.ts";
import type { JournalSink, RecordingEnd, RecordingStart } from "../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import { LiveAlignment } from "../../../core/trace/clock/live-alignment.ts";
import type { ProducerId } from "../../../core/trace/ids.ts";
import type { Producer } from "../../../core/trace/producer.ts";
import type { JournalCursor } from "../page/timeline-feed.ts";
import { emptyCursor, openJournalCursor } from "./journal-cursor.ts";
import { JournalFile } from "./journal-file.ts";

/** Journals kept beside the one that is being written. */
const kept = 8;
const ending = ".journal";

/** The journal of the present recording. */
export interface PresentJournal {
  /** Absolute. */
  readonly journal: string;
  readonly lesson: string;
  /** Wall-clock time of the origin, ISO 8601. */
  readonly started: string;
}

export class JournalShelf {
  readonly #folder: string;
  readonly #about: Pick<JournalStart, "app" | "host">;
  readonly #onProblem: (reason: string) => void;
  #present: PresentJournal | undefined;
  #file: JournalFile | undefined;

  /**
   * `folder`: absolute, made when needed. `about`: the program and the machine, for the headers. `onProblem` is told of
   * a journal that can't be read again.
   */
  constructor(folder: string, about: Pick<JournalStart, "app" | "host">, onProblem: (reason: string) => void) {
    this.#folder = folder;
    this.#about = about;
    this.#onProblem = onProblem;
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
    this.#tidy(inUse);
    const writer = new JournalWriter((bytes) => this.#file?.append(bytes), this.#about);
    return {
      begin: (start: RecordingStart) => {
        this.#present = undefined;
        this.#close();
        const file = this.#create(start);
        this.#file = file;
        writer.begin(start);
        this.#present = { journal: file.path, lesson: start.lesson, started: start.started };
      },
      producer: (producer: Producer) => writer.producer(producer),
      append: (batch: Batch) => writer.append(batch),
      bye: (producer: ProducerId, lastSeq: number) => writer.bye(producer, lastSeq),
      end: (end: RecordingEnd) => {
        writer.end(end);
        this.#close();
      },
    };
  }

  /** Reads the present journal from its start; nothing, when none could be made. */
  openCursor(): JournalCursor {
    if (this.#present === undefined) return emptyCursor;
    return openJournalCursor(this.#present.journal, () => new LiveAlignment(), this.#onProblem);
  }

  #close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  #create(start: RecordingStart): JournalFile {
    const at = start.started.replaceAll(/[:.]/g, "-");
    return new JournalFile(join(this.#folder, `${at}-${process.pid}-${start.run}${ending}`));
  }

  /** Makes the folder and removes the oldest journals: their names begin with their time. */
  #tidy(inUse: readonly string[]): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      const journals = readdirSync(this.#folder).filter((name) => name.endsWith(ending));
      for (const name of journals.sort().slice(0, -kept)) {
        const path = join(this.#folder, name);
        if (!inUse.includes(path)) rmSync(path, { force: true });
      }
    } catch {
      // Whatever is wrong with the folder is said when the journal's file can't be made in it.
    }
  }
}
