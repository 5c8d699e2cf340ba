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
    main: (given) =>
      oneJobTwoWays.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "job"),
        number(given, "spinners"),
      ),
  },
};
