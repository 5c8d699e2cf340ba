/**
 * The threads' programs by lesson. A worker loads this module, and so has every function that a thread may run:
 * a body crosses to another thread by its name, never as a closure.
 */
import type { Parameters } from "../core/contract/run.ts";
import type { Json } from "../core/trace/event.ts";
import * as oneJobTwoWays from "./one-job-two-ways/programs/threads.ts";

/** What a thread program's module must have: `main`, run on MainThread. */
export interface ThreadProgram {
  readonly main: (parameters: Parameters) => Json;
}

export const threadPrograms: Readonly<Record<string, ThreadProgram>> = {
  "one-job-two-ways": oneJobTwoWays,
};
