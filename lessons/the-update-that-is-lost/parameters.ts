/** The parameters of the lesson whose updates are lost, and of the one that keeps them: the two are to be compared. */
import type { Parameter } from "../lesson.ts";

export const parameters: readonly Parameter[] = [
  { name: "threads", kind: "count", default: 2, min: 2, max: 8, step: 1 },
  { name: "times", kind: "count", default: 100, min: 1, max: 500, step: 1 },
  { name: "effort", kind: "count", default: 24, min: 1, max: 27, step: 1 },
];
