/**
 * A lesson's thread program as the threading module runs it. MainThread's one argument is the lesson's parameters.
 */
import type { Parameters } from "../contract/run.ts";
import type { Program } from "../threading/bodies.ts";
import type { Json } from "../trace/event.ts";

export interface LessonProgram {
  readonly module: Readonly<Record<string, unknown>>;
  readonly main: (parameters: Parameters) => Json;
}

/** The lesson's program; for a lesson that has none, one that says so when it is run. */
export function programOf(lesson: string, programs: Readonly<Record<string, LessonProgram>>): Program {
  const found = Object.hasOwn(programs, lesson) ? programs[lesson] : undefined;
  if (found === undefined) {
    return { id: lesson, module: {}, main: () => fail(`lesson "${lesson}" has no thread program: pick one that has`) };
  }
  return {
    id: lesson,
    module: found.module,
    main: (parameters) => found.main(isParameters(parameters) ? parameters : fail("MainThread got no parameters")),
  };
}

function fail(reason: string): never {
  throw new TypeError(reason);
}

function isParameters(value: unknown): value is Parameters {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
