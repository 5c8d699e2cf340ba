/**
 * The coroutines' programs by lesson.
 */
import type { Parameters } from "../core/contract/run.ts";
import type { Json } from "../core/trace/event.ts";
import * as oneJobTwoWays from "./one-job-two-ways/programs/coroutines.ts";
import { number, text } from "./parameters.ts";

export interface CoroutineProgram {
  /** Drives the current event loop until its main coroutine has ended. */
  readonly main: (parameters: Parameters) => Promise<Json>;
}

export const coroutinePrograms: Readonly<Record<string, CoroutineProgram>> = {
  "one-job-two-ways": {
    main: (parameters) =>
      oneJobTwoWays.main(text(parameters, "message"), number(parameters, "frame"), number(parameters, "job")),
  },
};
