/**
 * Everything that has to do with recordings put together: what is shown, its way to the timeline, opening and exporting,
 * recent files. The pieces decide; here they only meet.
 */
import { join } from "node:path";
import type { OpenDialogOptions, OpenDialogReturnValue, SaveDialogOptions, SaveDialogReturnValue } from "electron";
import type { Language } from "../../../core/i18n/index.ts";
import type { JournalLoss } from "../../../core/journal/recording-from-journal.ts";
import type { ProcessIdentity } from "../../node/process-identity.ts";
import { ExportDesk } from "../files/export-desk.ts";
import type { ExportFrom } from "../files/export-from.ts";
import { OpenDesk } from "../files/open-desk.ts";
import { OpenedJournals } from "../files/opened-journals.ts";
import { readFile } from "../files/read-file.ts";
import { RecentFiles, type SystemRecents } from "../files/recent-files.ts";
import { writeExport } from "../files/write-export.ts";
import { emptyCursor } from "../journal/journal-cursor.ts";
import type { JournalShelf } from "../journal/journal-shelf.ts";
import { TimelineFeed } from "../page/timeline-feed.ts";
import { RecordingDesk, type RecordingSource } from "../recordings/recording-desk.ts";
import { saveNoteName } from "../recovery/save-note.ts";
import { logWarning } from "./log.ts";
import { places } from "./places.ts";

export interface RecordingsOptions {
  readonly language: Language;
  readonly shelf: JournalShelf;
  /** This process. */
  readonly self: () => ProcessIdentity;
  /** Whether a run is on. */
  readonly isBusy: () => boolean;
  readonly askWhich: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  readonly askWhere: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  readonly systemRecents: SystemRecents;
  readonly onRefused: (reason: string) => void;
  /** What is shown has changed, or how it stands. */
  readonly onChange: () => void;
  readonly onRecents: () => void;
}

export interface Recordings {
  readonly desk: RecordingDesk;
  readonly feed: TimelineFeed;
  readonly files: OpenDesk;
  readonly exports: ExportDesk<RecordingSource>;
  readonly recents: RecentFiles;
  /**
   * Writes to `target`, in the format that its ending names. Tells what is not in it, since it could not be read back. Rejects
   * with an Error that says why not.
   */
  readonly write: (from: ExportFrom, target: string) => Promise<JournalLoss | undefined>;
}

export function createRecordings(options: RecordingsOptions): Recordings {
  const { language, shelf, isBusy, onRefused, onChange } = options;
  const journals = new OpenedJournals(places.openedFiles(), options.self);
  journals.tidy([]);
  const recents = new RecentFiles(places.recentFiles(), options.systemRecents, options.onRecents, logWarning);
  const feed = new TimelineFeed({
    openCursor: (run) => {
      const journal = desk.journalOf(run);
      return journal === undefined ? emptyCursor : shelf.cursorOf(journal);
    },
    later: setImmediate,
    onRefused,
  });
  const desk: RecordingDesk = new RecordingDesk({
    language,
    feed,
    presentJournal: () => shelf.present,
    isBusy,
    onState: onChange,
    onSettled: (journal, how) => shelf.settle(journal, how),
  });
  let saves = 0;
  const write = async (from: ExportFrom, target: string): Promise<JournalLoss | undefined> => {
    saves += 1;
    const note = join(places.saves(), saveNoteName(options.self(), saves));
    // A run may have gone on while a person chose the place.
    const now = from.kind === "journal" ? { ...from, committed: shelf.keep(from.path) ?? from.committed } : from;
    return writeExport(places.exportWorker(), { from: now, target, note });
  };
  const exports = new ExportDesk<RecordingSource>({
    language,
    source: () => desk.source,
    askWhere: options.askWhere,
    write,
    onWritten: (source, format, path) => {
      if (format !== "spinscope") return;
      desk.saved(source);
      recents.add(path);
    },
  });
  const files = new OpenDesk({
    language,
    askWhich: options.askWhich,
    journal: () => journals.next(),
    read: (path, journal, onProgress) => readFile(places.openWorker(), { path, journal }, onProgress),
    isBusy,
    onOpening: (opening) => desk.opening(opening),
    onOpened: (file) => {
      desk.showFile(file);
      recents.add(file.path);
      journals.tidy(desk.journals);
    },
  });
  return { desk, feed, files, exports, recents, write };
}
