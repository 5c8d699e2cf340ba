/** The parameters of the lesson whose transfers are seen half done, and of the one that makes them whole. */
import type { Parameter } from "../lesson.ts";

export const parameters: readonly Parameter[] = [
  { name: "times", kind: "count", default: 120, min: 1, max: 500, step: 1 },
  { name: "effort", kind: "count", default: 24, min: 1, max: 27, step: 1 },
];
