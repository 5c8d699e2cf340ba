/** Opening another lesson: its programs stand in the window before they have run, with its own parameters. */
import { batch } from "@preact/signals";
import type { ShownRecording } from "../../core/contract/recording-state.ts";
import type { Parameters } from "../../core/contract/run.ts";
import { completeParameters, type Lesson, ParameterError } from "../../lessons/lesson.ts";
import { usualChoice } from "../app/mode-choice.ts";
import type { PageState } from "../app/state.ts";
import { lessonOf } from "./unknown-lesson.ts";

/** Opens `lesson` with all its modes, unless a run is on. */
export function chooseLesson(state: PageState, lesson: Lesson): void {
  if (state.lesson.value === lesson || !state.may.value.choose) return;
  batch(() => {
    state.lesson.value = lesson;
    state.parameters.value = completeParameters(lesson, {});
    state.choice.value = usualChoice(lesson);
  });
}

/** Opens the lesson of a recording that is shown, with what it was made of. */
export function showRecording(state: PageState, recording: ShownRecording): void {
  batch(() => {
    const lesson = lessonOf(recording);
    const [only, another] = recording.modes.map(({ mode }) => mode);
    state.lesson.value = lesson;
    state.parameters.value = parametersOf(lesson, recording.parameters);
    state.gil.value = recording.parameters["gil"] !== "off";
    state.choice.value = only === undefined || another !== undefined ? usualChoice(lesson) : only;
  });
}

/** A file's parameters, or the lesson's own where they are not what this version of the lesson takes. */
function parametersOf(lesson: Lesson, given: Parameters): Parameters {
  try {
    // What is not the lesson's own, such as the GIL or a seed, is no reason to leave the rest.
    const own = Object.entries(given).filter(([name]) => lesson.parameters.some((each) => each.name === name));
    return completeParameters(lesson, Object.fromEntries(own));
  } catch (error) {
    if (error instanceof ParameterError) return completeParameters(lesson, {});
    throw error;
  }
}
