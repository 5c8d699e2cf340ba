/**
 * All that the window knows. What a run is and how it stands comes from main (`run`), what it does comes from the
 * timeline's worker (`stage`); the page adds only what a person chose for the next run. Nothing about a run is kept twice.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Mode, Parameters, RunState } from "../../core/contract/run.ts";
import type { Stage } from "../../core/contract/worker-protocol.ts";
import { completeParameters, type Lesson } from "../../lessons/lesson.ts";
import { type ModeChoice, modesOf } from "./mode-choice.ts";
import { isOn } from "./permitted.ts";

/** A sentence for the person, until it is dismissed. */
export interface Note {
  readonly tone: "done" | "problem";
  readonly sentence: string;
}

export interface PageState {
  readonly lesson: Lesson;
  /** What the next run is made of. */
  readonly choice: Signal<ModeChoice>;
  readonly parameters: Signal<Parameters>;
  /** As main last said. */
  readonly run: Signal<RunState>;
  /** As the timeline's worker last said; undefined before the first run. */
  readonly stage: ReadonlySignal<Stage | undefined>;
  readonly note: Signal<Note | undefined>;
  /** The modes that have a card: those of the run while it is on, else those chosen for the next. */
  readonly shownModes: ReadonlySignal<readonly Mode[]>;
}

/** The state of a window that has just opened on `lesson`; `stage` is what the timeline's worker says. */
export function createPageState(lesson: Lesson, stage: ReadonlySignal<Stage | undefined>): PageState {
  const choice = signal<ModeChoice>(lesson.modes.length > 1 ? "side-by-side" : (lesson.modes[0] ?? "threads"));
  const run = signal<RunState>(nothingRun(lesson.id));
  return {
    lesson,
    choice,
    run,
    parameters: signal(completeParameters(lesson, {})),
    stage,
    note: signal(undefined),
    shownModes: computed(() =>
      isOn(run.value) ? run.value.modes.map(({ mode }) => mode) : modesOf(lesson, choice.value),
    ),
  };
}

function nothingRun(lesson: string): RunState {
  return { phase: "idle", lesson, modes: [], cancelled: false, events: 0, dropped: 0, errorUs: null };
}
