/** What the mode toggle offers: each way of running a lesson by itself, and all of them together. */
import type { Mode } from "../../core/contract/run.ts";
import type { Lesson } from "../../lessons/lesson.ts";

export type ModeChoice = Mode | "side-by-side";

/** The choices of a lesson in the order of the toggle; side by side needs at least two modes. */
export function choicesOf(lesson: Lesson): readonly ModeChoice[] {
  return lesson.modes.length > 1 ? [...lesson.modes, "side-by-side"] : lesson.modes;
}

/** What a lesson opens with: all its modes. */
export function usualChoice(lesson: Lesson): ModeChoice {
  return choicesOf(lesson).at(-1) ?? "threads";
}

/** The modes that a choice runs, in the lesson's order. */
export function modesOf(lesson: Lesson, choice: ModeChoice): readonly Mode[] {
  return choice === "side-by-side" ? lesson.modes : [choice];
}
