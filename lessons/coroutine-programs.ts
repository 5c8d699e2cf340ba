/**
 * The coroutines' programs by lesson.
 */
import type { Parameters } from "../core/contract/run.ts";
import type { Json } from "../core/trace/event.ts";
import * as oneJobTwoWays from "./one-job-two-ways/programs/coroutines.ts";

/** What a coroutine program's module must have: `main`, which drives the current event loop. */
export interface CoroutineProgram {
  readonly main: (parameters: Parameters) => Promise<Json>;
}

export const coroutinePrograms: Readonly<Record<string, CoroutineProgram>> = {
  "one-job-two-ways": oneJobTwoWays,
};
