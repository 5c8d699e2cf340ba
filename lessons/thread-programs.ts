/**
 * The threads' programs by lesson. A worker loads this module, and so has every function that a thread may run:
 * a body crosses to another thread by its name, never as a closure.
 */
import type { Parameters } from "../core/contract/run.ts";
import type { Json } from "../core/trace/event.ts";
import * as oneJobTwoWays from "./one-job-two-ways/programs/threads.ts";
import { number, text } from "./parameters.ts";

export interface ThreadProgram {
  /** The module's exports: thread bodies are found here by their name. */
  readonly module: Readonly<Record<string, unknown>>;
  /** What MainThread runs. */
  readonly main: (parameters: Parameters) => Json;
}

export const threadPrograms: Readonly<Record<string, ThreadProgram>> = {
  "one-job-two-ways": {
    module: oneJobTwoWays,
    main: (given) =>
      oneJobTwoWays.main(
        text(given, "message"),
        number(given, "frame"),
        number(given, "job"),
        number(given, "spinners"),
      ),
  },
};
