/**
 * All lessons, once, in the order in which they are taught.
 */
import type { Lesson } from "./lesson.ts";
import { oneJobTwoWays } from "./one-job-two-ways/lesson.ts";

export const lessons: readonly Lesson[] = [oneJobTwoWays];

/** The lesson of that id, or undefined. */
export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
