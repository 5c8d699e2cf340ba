/**
 * All that the window knows. What a run is and how it stands comes from main (`run`), what it does comes from the
 * timeline's worker (`stage`); the page adds only what a person chose for the next run. Nothing about a run is kept twice.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { RecordingState } from "../../core/contract/recording-state.ts";
import type { RecoveryState } from "../../core/contract/recovery-state.ts";
import type { Mode, Parameters, RunState } from "../../core/contract/run.ts";
import type { Stage } from "../../core/contract/worker-protocol.ts";
import { completeParameters, type Lesson } from "../../lessons/lesson.ts";
import { type ModeChoice, modesOf, usualChoice } from "./mode-choice.ts";
import { isOn, type Permitted, permitted } from "./permitted.ts";
import { nothingShown, type Shown, shownOf } from "./shown.ts";

/** A sentence for the person; note.ts takes it away when it holds no more. */
export interface Note {
  readonly tone: "done" | "problem";
  readonly sentence: string;
  /**
   * Until when it holds, unless it is dismissed before: left out, until another file is being opened, something else is
   * shown, or a run begins; `run-over`, also until the run that is on is over.
   */
  readonly until?: "run-over" | "dismissed";
}

/** Whether listings show the program that runs, or the same one in Python. */
export type ListingLanguage = "typescript" | "python";

export interface PageState {
  /** The lesson that is open; see lessons/choose-lesson.ts for opening another. */
  readonly lesson: Signal<Lesson>;
  /** What the next run is made of. */
  readonly choice: Signal<ModeChoice>;
  readonly parameters: Signal<Parameters>;
  /** Whether the threads of the next run share a GIL. */
  readonly gil: Signal<boolean>;
  /** As main last said. */
  readonly run: Signal<RunState>;
  readonly recording: Signal<RecordingState>;
  /** What was recovered and waits for somebody to decide. */
  readonly recovery: Signal<RecoveryState>;
  /** The recording in sight; undefined while what there is is another lesson's. */
  readonly shown: ReadonlySignal<Shown | undefined>;
  readonly may: ReadonlySignal<Permitted>;
  /** What it shows, as the timeline's worker last said; undefined before the first run. */
  readonly stage: ReadonlySignal<Stage | undefined>;
  readonly note: Signal<Note | undefined>;
  /** What is wrong now, as main last said; each goes by itself. */
  readonly notices: Signal<readonly string[]>;
  /** The modes that have a card: those of the run while it is on, else those chosen for the next. */
  readonly shownModes: ReadonlySignal<readonly Mode[]>;
  /** Whether a file is held over the window. */
  readonly dropping: Signal<boolean>;
  readonly listingLanguage: Signal<ListingLanguage>;
  /** Whether the list of lessons is open. */
  readonly lessonsOpen: Signal<boolean>;
  /** Whether the window has no room for the list beside the programs. */
  readonly narrow: Signal<boolean>;
  /** Whether the open lesson's words stand below the list: beside the programs, they would lie below the numbers. */
  readonly guideBesideList: ReadonlySignal<boolean>;
}

/** The state of a window that has just opened on `first`; `stage` is what the timeline's worker says. */
export function createPageState(first: Lesson, stage: ReadonlySignal<Stage | undefined>): PageState {
  const lesson = signal(first);
  const choice = signal<ModeChoice>(usualChoice(first));
  const run = signal<RunState>(nothingRun(first.id));
  const recording = signal(nothingShown);
  const lessonsOpen = signal(true);
  const narrow = signal(false);
  const shown = computed(() => {
    const candidate = shownOf(run.value, recording.value);
    return candidate.lesson === lesson.value.id ? candidate : undefined;
  });
  return {
    lesson,
    choice,
    run,
    recording,
    recovery: signal<RecoveryState>({ offers: [] }),
    shown,
    may: computed(() => permitted(run.value, recording.value)),
    parameters: signal(completeParameters(first, {})),
    gil: signal(true),
    stage: computed(() => (shown.value === undefined ? undefined : stage.value)),
    note: signal(undefined),
    notices: signal([]),
    shownModes: computed(() =>
      isOn(run.value) ? run.value.modes.map(({ mode }) => mode) : modesOf(lesson.value, choice.value),
    ),
    dropping: signal(false),
    listingLanguage: signal<ListingLanguage>("typescript"),
    lessonsOpen,
    narrow,
    guideBesideList: computed(() => lessonsOpen.value && !narrow.value),
  };
}

function nothingRun(lesson: string): RunState {
  return { phase: "idle", lesson, modes: [], cancelled: false, events: 0, dropped: 0, errorUs: null };
}
