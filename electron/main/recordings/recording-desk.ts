/**
 * Which recording the window shows: the run that is on or was last, a file that was opened, or the one a step back. It
 * stands between a run and the timeline's feed, so that what is recorded is what is shown. Invariant: while a run is on,
 * that is what is shown.
 */
import type { Answer } from "../../../core/contract/page-protocol.ts";
import type { RecordingState } from "../../../core/contract/recording-state.ts";
import type { RunState } from "../../../core/contract/run.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import type { RecordingFeed, RecordingStart } from "../../../core/runs/recording-sinks.ts";
import type { Batch } from "../../../core/trace/batch.ts";
import type { ExportSource } from "../files/export-desk.ts";
import type { OpenedFile, Opening } from "../files/open-desk.ts";
import type { Settlement } from "../journal/journal-folder.ts";
import type { EndedRecording } from "../page/timeline-feed.ts";
import {
  type FoundRecording,
  fileRecording,
  type KeptRecording,
  type RunJournal,
  recoveredRecording,
  runRecording,
} from "./kept-recording.ts";
import { OneStepBack } from "./one-step-back.ts";

/** The timeline's feed, as far as it is used here. */
export interface ShowingFeed extends RecordingFeed {
  show(recording: EndedRecording): void;
}

/** An export's source that knows its recording, and whether that had ended when the export was asked for. */
export interface RecordingSource extends ExportSource {
  readonly number: number;
  readonly isWhole: boolean;
}

export interface RecordingDeskOptions {
  readonly language: Language;
  readonly feed: ShowingFeed;
  /** The journal of the run that has just begun; undefined when none could be made. */
  readonly presentJournal: () => RunJournal | undefined;
  /** Whether a run is on. */
  readonly isBusy: () => boolean;
  readonly onState: (state: RecordingState) => void;
  /** Nothing more is to be done for the recording in that journal (absolute): it is in a file, or was let go. */
  readonly onSettled: (journal: string, how: Settlement) => void;
}

export class RecordingDesk implements RecordingFeed {
  readonly #options: RecordingDeskOptions;
  readonly #kept = new OneStepBack<KeptRecording>();
  #numbers = 0;
  #opening: Opening = null;
  #run: KeptRecording | undefined;

  constructor(options: RecordingDeskOptions) {
    this.#options = options;
  }

  get state(): RecordingState {
    return { shown: this.#kept.shown?.shown ?? null, earlier: this.#kept.earlier, opening: this.#opening };
  }

  /** Journals that are shown or can be shown again. */
  get journals(): readonly string[] {
    return this.#kept.all.flatMap(({ journal }) => journal?.journal ?? []);
  }

  /** What an export of the shown recording is made of. */
  get source(): RecordingSource | undefined {
    return sourceOf(this.#kept.shown);
  }

  /** What would be lost if the app ended now, the latest first. */
  get unsaved(): readonly RecordingSource[] {
    return this.#kept.all.filter(({ shown }) => !shown.saved).flatMap((each) => sourceOf(each) ?? []);
  }

  /** The journal of the recording of that number. */
  journalOf(number: number): RunJournal | undefined {
    return this.#kept.all.find(({ shown }) => shown.number === number)?.journal;
  }

  begin(start: RecordingStart): void {
    this.#run = runRecording(start, this.#options.presentJournal());
    this.#put(this.#run);
    this.#options.feed.begin(start);
    this.#tell();
  }

  batch(batch: Batch): void {
    this.#options.feed.batch(batch);
  }

  alignment(errorUs: number): void {
    this.#options.feed.alignment(errorUs);
    if (this.#run !== undefined && Number.isFinite(errorUs)) this.#run.shown = { ...this.#run.shown, errorUs };
  }

  end(end: number, dropped: number): void {
    const run = this.#run;
    if (run !== undefined) {
      const { number, lesson, parameters, errorUs, modes } = run.shown;
      const start = { run: number, lesson, modes: modes.map(({ mode }) => mode), parameters };
      run.ended = { start, end, dropped, errorUs: errorUs ?? undefined };
    }
    this.#options.feed.end(end, dropped);
  }

  /** The run stands so now: its outcomes are kept with its recording once it has ended. */
  follow({ phase, modes, events, dropped }: RunState): void {
    if (phase !== "ended" || this.#run === undefined) return;
    this.#run.shown = { ...this.#run.shown, modes, events, dropped };
    this.#run = undefined;
    this.#tell();
  }

  /** A file is being read; null: none is any more. */
  opening(opening: Opening): void {
    this.#opening = opening;
    this.#tell();
  }

  /** Shows a file that was read to its end. */
  showFile(file: OpenedFile): void {
    const { name, cut: how } = file;
    const cut = how === undefined ? undefined : translate(this.#options.language, "open.cut", { name, how });
    this.#show(fileRecording(this.nextNumber(), file, cut));
  }

  /** Shows a recovered recording; `found.number` is one that `nextNumber` gave. */
  showRecovered(found: FoundRecording): void {
    this.#show(recoveredRecording(found));
  }

  /** A number that no recording has, below zero: a run's own are above. */
  nextNumber(): number {
    this.#numbers += 1;
    return -this.#numbers;
  }

  /** A person let go what is not saved: the app is to close. */
  declineUnsaved(): void {
    for (const { shown, journal } of this.#kept.all) {
      if (!shown.saved && journal !== undefined) this.#options.onSettled(journal.journal, "declined");
    }
  }

  /** Shows the recording a step back, or the latest one again. */
  toggleEarlier(): Answer {
    const { language, isBusy } = this.#options;
    if (isBusy()) return { ok: false, problem: translate(language, "problem.earlier.run") };
    const recording = this.#kept.toggle();
    if (recording === undefined) return { ok: false, problem: translate(language, "problem.earlier.none") };
    if (recording.ended !== undefined) this.#options.feed.show(recording.ended);
    this.#tell();
    return { ok: true };
  }

  /** The recording of `source` is in a file from which it can be opened again. */
  saved({ number, isWhole }: RecordingSource): void {
    const recording = this.#kept.all.find(({ shown }) => shown.number === number);
    if (recording === undefined || !isWhole) return;
    recording.shown = { ...recording.shown, saved: true };
    if (recording.journal !== undefined) this.#options.onSettled(recording.journal.journal, "saved");
    this.#tell();
  }

  #show(recording: KeptRecording): void {
    this.#put(recording);
    if (recording.ended !== undefined) this.#options.feed.show(recording.ended);
    this.#tell();
  }

  /** What falls off the far end can't be shown again. */
  #put(recording: KeptRecording): void {
    const before = this.journals;
    this.#kept.put(recording);
    for (const journal of before) {
      if (!this.journals.includes(journal)) this.#options.onSettled(journal, "replaced");
    }
  }

  #tell(): void {
    this.#options.onState(this.state);
  }
}

/** What an export of it is made of; undefined for a run whose journal could not be made. */
export function sourceOf(recording: KeptRecording | undefined): RecordingSource | undefined {
  if (recording?.source === undefined) return undefined;
  const { source, shown, ended } = recording;
  return { ...source(), number: shown.number, isWhole: ended !== undefined };
}
