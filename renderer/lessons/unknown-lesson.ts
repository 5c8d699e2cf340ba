/**
 * A file may be of a lesson that this version does not have, or of none. It is shown all the same, as a lesson without
 * programs: consoles and timeline, no listings, nothing to run.
 */
import type { ShownRecording } from "../../core/contract/recording-state.ts";
import { type Lesson, lessonGroups } from "../../lessons/lesson.ts";
import { lessonById, lessons } from "../../lessons/manifest.ts";
import { text } from "../app/language.ts";

/** The lesson that a recording is of. */
export function lessonOf(recording: ShownRecording): Lesson {
  return lessonById(recording.lesson) ?? unknownLesson(recording);
}

/** Whether a lesson has programs that can be run. */
export function isKnown(lesson: Lesson): boolean {
  return lessons.includes(lesson);
}

function unknownLesson({ lesson, modes }: ShownRecording): Lesson {
  const words = {
    title: text("lessons.unknown"),
    before: text("lessons.unknown.words", { lesson }),
    after: text("lessons.unknown.words", { lesson }),
    parameters: {},
    lookHere: {},
  };
  return {
    id: lesson,
    group: lessonGroups[0],
    modes: modes.map(({ mode }) => mode),
    parameters: [],
    expected: {},
    lookHere: [],
    words: { en: words },
  };
}
