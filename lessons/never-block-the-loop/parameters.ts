/** The parameters of the lesson that blocks the loop, and of the one that repairs it: the two are to be compared. */
import type { Parameter } from "../lesson.ts";

export const parameters: readonly Parameter[] = [
  { name: "message", kind: "text", default: "thinking!", longest: 40 },
  { name: "frame", kind: "seconds", default: 0.1, min: 0.01, max: 2, step: 0.01 },
  { name: "calm", kind: "seconds", default: 1, min: 0.1, max: 10, step: 0.1 },
  { name: "block", kind: "seconds", default: 2, min: 0.1, max: 10, step: 0.1 },
];
