/**
 * A recording that the window shows or can show again, as main keeps it: what the page is told of it, where its journal
 * is, and what an export is made of. The events themselves are on disk.
 */
import type { ShownRecording } from "../../../core/contract/recording-state.ts";
import type { Committed } from "../../../core/journal/committed.ts";
import type { RecordingSummary } from "../../../core/journal/journal-from-recording.ts";
import type { RecordingStart } from "../../../core/runs/recording-sinks.ts";
import { defaultFileName } from "../files/default-file-name.ts";
import type { ExportSource } from "../files/export-desk.ts";
import type { OpenedFile } from "../files/open-desk.ts";
import type { EndedRecording } from "../page/timeline-feed.ts";

/** A journal, as its writer knows it. */
export interface RunJournal {
  /** Absolute. */
  readonly journal: string;
  readonly committed: () => Committed;
}

export interface KeptRecording {
  shown: ShownRecording;
  /** Undefined for a run whose journal could not be made. */
  readonly journal: RunJournal | undefined;
  /** What an export of it is made of now. */
  readonly source: (() => ExportSource) | undefined;
  /** Undefined while it is being made. */
  ended: EndedRecording | undefined;
}

function journalSource({ journal, committed }: RunJournal, lesson: string, started: string): ExportSource {
  return {
    name: defaultFileName({ lesson, started }),
    from: { kind: "journal", path: journal, committed: committed() },
  };
}

/** The recording of a run that begins. */
export function runRecording(start: RecordingStart, journal: RunJournal | undefined): KeptRecording {
  const { run, lesson, modes, parameters, started } = start;
  return {
    shown: {
      number: run,
      lesson,
      modes: modes.map((mode) => ({ mode, phase: "running" })),
      parameters,
      started,
      events: 0,
      dropped: 0,
      errorUs: null,
      saved: false,
    },
    journal,
    source: journal === undefined ? undefined : () => journalSource(journal, lesson, started),
    ended: undefined,
  };
}

/** A file that was read. `number` is below zero. `cut`: the sentence for one that was cut short. */
export function fileRecording(number: number, file: OpenedFile, cut: string | undefined): KeptRecording {
  const { summary, name, path, size, modified, journal } = file;
  const { lesson, modes, parameters, started, events, dropped, errorUs, lanes, end } = summary;
  return {
    shown: {
      number,
      file: cut === undefined ? { name } : { name, cut },
      lesson,
      modes: [...modes],
      parameters,
      started,
      events,
      dropped,
      errorUs,
      saved: true,
    },
    journal: { journal, committed: () => ({ events, producers: [] }) },
    source: () => ({ name: name.replace(/\.spinscope$/i, ""), from: { kind: "file", path, size, modified } }),
    ended: {
      start: {
        run: number,
        lesson,
        modes: modes.map(({ mode }) => mode),
        parameters,
        file: name,
        ...(lanes.length === 0 ? {} : { lanes: [...lanes] }),
      },
      end,
      dropped,
      errorUs: errorUs ?? undefined,
    },
  };
}

/** What is known of a recording whose app had died. */
export interface FoundRecording {
  /** Below zero. */
  readonly number: number;
  /** Absolute; ended. */
  readonly journal: string;
  readonly summary: RecordingSummary;
}

/** A recording that was recovered: as a run's that has ended and was not saved. */
export function recoveredRecording({ number, journal, summary }: FoundRecording): KeptRecording {
  const { lesson, modes, parameters, started, events, dropped, errorUs, end } = summary;
  const start = { run: number, lesson, modes: modes.map(({ mode }) => mode), parameters };
  const known = { journal, committed: () => ({ events, producers: [] }) };
  return {
    shown: {
      number,
      recovered: true,
      lesson,
      modes: [...modes],
      parameters,
      started,
      events,
      dropped,
      errorUs,
      saved: false,
    },
    journal: known,
    source: () => journalSource(known, lesson, started),
    ended: { start, end, dropped, errorUs: errorUs ?? undefined },
  };
}
