/**
 * A task can be cancelled: the error that cancel() raises at the `yield*` is let through, caught, delayed or refused,
 * or comes before the first line (lesson L9f).
 */
import type { Lesson } from "../lesson.ts";
import { words } from "./words/en.ts";

export const aTaskCanBeCancelled: Lesson = {
  id: "a-task-can-be-cancelled",
  group: "stopping",
  modes: ["coroutines"],
  parameters: [
    { name: "message", kind: "text", default: "thinking!", longest: 40 },
    { name: "frame", kind: "seconds", default: 0.1, min: 0.01, max: 2, step: 0.01 },
    { name: "job", kind: "seconds", default: 1.5, min: 0.1, max: 30, step: 0.1 },
    { name: "pause", kind: "seconds", default: 0.3, min: 0.1, max: 5, step: 0.1 },
  ],
  expected: { coroutines: ["cancelled", "caught", "cancelled", "went on", "cancelled"] },
  lookHere: [
    { id: "requested", mode: "coroutines", kind: "cancel.requested", lane: "Task-1 (supervisor)" },
    { id: "let-through", mode: "coroutines", kind: "lane.ended", lane: "Task-2 (letThrough)" },
    { id: "caught", mode: "coroutines", kind: "lane.ended", lane: "Task-3 (spin)" },
    { id: "delayed", mode: "coroutines", kind: "lane.ended", lane: "Task-4 (delayed)" },
    { id: "refused", mode: "coroutines", kind: "cancel.refused", lane: "Task-5 (refused)" },
    { id: "never-begun", mode: "coroutines", kind: "cancel.delivered", lane: "Task-6 (neverBegun)" },
  ],
  words: { en: words },
};
