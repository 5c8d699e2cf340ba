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
import type { EndedRecording } from "../page/timeline-feed.ts";
import { fileRecording, type KeptRecording, runRecording } from "./kept-recording.ts";
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
  /** The journal of the run that has just begun, absolute; undefined when none could be made. */
  readonly presentJournal: () => string | undefined;
  /** Whether a run is on. */
  readonly isBusy: () => boolean;
  readonly onState: (state: RecordingState) => void;
}

export class RecordingDesk implements RecordingFeed {
  readonly #options: RecordingDeskOptions;
  readonly #kept = new OneStepBack<KeptRecording>();
  #files = 0;
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
    return this.#kept.all.flatMap(({ journal }) => journal ?? []);
  }

  /** What an export of the shown recording is made of. */
  get source(): RecordingSource | undefined {
    return sourceOf(this.#kept.shown);
  }

  /** What would be lost if the app ended now, the latest first. */
  get unsaved(): readonly RecordingSource[] {
    return this.#kept.all.filter(({ shown }) => !shown.saved).flatMap((each) => sourceOf(each) ?? []);
  }

  /** The journal of the recording of that number, absolute. */
  journalOf(number: number): string | undefined {
    return this.#kept.all.find(({ shown }) => shown.number === number)?.journal;
  }

  begin(start: RecordingStart): void {
    this.#run = runRecording(start, this.#options.presentJournal());
    this.#kept.put(this.#run);
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
    this.#files += 1;
    const { name, cut: how } = file;
    const cut = how === undefined ? undefined : translate(this.#options.language, "open.cut", { name, how });
    this.#show(fileRecording(-this.#files, file, cut));
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
    this.#tell();
  }

  #show(recording: KeptRecording): void {
    this.#kept.put(recording);
    if (recording.ended !== undefined) this.#options.feed.show(recording.ended);
    this.#tell();
  }

  #tell(): void {
    this.#options.onState(this.state);
  }
}

function sourceOf(recording: KeptRecording | undefined): RecordingSource | undefined {
  if (recording?.source === undefined) return undefined;
  return { ...recording.source, number: recording.shown.number, isWhole: recording.ended !== undefined };
}
