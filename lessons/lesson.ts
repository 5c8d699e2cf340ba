/**
 * A lesson as data: what it is called, which modes it runs in, what can be set, and what must come out. Its
 * programs are found by its id in thread-programs.ts and coroutine-programs.ts, its sources in listings.ts.
 */
import type { LookHere } from "../core/contract/look-here.ts";
import type { Mode, Parameters } from "../core/contract/run.ts";
import type { Expected } from "./expected.ts";

/** A setting of a lesson's programs. Seconds are seconds, whole numbers are whole. */
export type Parameter =
  | { readonly name: string; readonly kind: "text"; readonly default: string; readonly longest: number }
  | {
      readonly name: string;
      readonly kind: "seconds";
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | {
      readonly name: string;
      readonly kind: "count";
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly step: 1;
    };

/** What a lesson is about, in the order in which a list of lessons shows it; `lessons.group.*` has the names. */
export const lessonGroups = ["spinner", "stopping", "waiting", "sharing"] as const;
export type LessonGroup = (typeof lessonGroups)[number];

/** A lesson's words in one language. */
export interface LessonWords {
  readonly title: string;
  /** What to expect, before the run: a sentence or two. */
  readonly before: string;
  /** What was to be seen, after it. */
  readonly after: string;
  /** The name of each parameter, by its `name`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What is to be seen at each moment of `lookHere`, by its `id`: one sentence. */
  readonly lookHere: Readonly<Record<string, string>>;
}

export interface Lesson {
  readonly id: string;
  readonly group: LessonGroup;
  /** Modes it has programs for, in the order in which they are shown. */
  readonly modes: readonly Mode[];
  readonly parameters: readonly Parameter[];
  /** Its coroutines have functions called in threads: a run of them has a thread host, whatever modes it has. */
  readonly calls?: true;
  /** What the program of each mode must return when nobody interferes. */
  readonly expected: Readonly<Partial<Record<Mode, Expected>>>;
  /** Moments worth a look, in the order in which they are told. */
  readonly lookHere: readonly LookHere[];
  readonly words: { readonly en: LessonWords };
}

/** Bad settings, as a sentence that names the parameter and its bounds. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}

/**
 * The lesson's defaults with `given` laid over them.
 * @throws ParameterError for a name the lesson does not have, a wrong type, or a value out of bounds.
 */
export function completeParameters(lesson: Lesson, given: Parameters): Parameters {
  for (const name of Object.keys(given)) {
    if (lesson.parameters.some((parameter) => parameter.name === name)) continue;
    const known = lesson.parameters.map((parameter) => parameter.name).join(", ");
    throw new ParameterError(`${lesson.id} has no parameter "${name}": it has ${known}`);
  }
  return Object.fromEntries(lesson.parameters.map((parameter) => [parameter.name, checked(parameter, given)]));
}

function checked(parameter: Parameter, given: Parameters): string | number {
  const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : parameter.default;
  const { name } = parameter;
  switch (parameter.kind) {
    case "text":
      if (typeof value === "string" && value.length >= 1 && value.length <= parameter.longest && isPlain(value))
        return value;
      throw new ParameterError(`${name} must be 1 to ${parameter.longest} printable characters`);
    case "seconds":
      if (typeof value === "number" && value >= parameter.min && value <= parameter.max) return value;
      throw new ParameterError(`${name} must be a number of seconds from ${parameter.min} to ${parameter.max}`);
    case "count":
      if (isWhole(value) && value >= parameter.min && value <= parameter.max) return value;
      throw new ParameterError(`${name} must be a whole number from ${parameter.min} to ${parameter.max}`);
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isPlain(text: string): boolean {
  return !/\p{C}/u.test(text);
}
