/**
 * Reading JSON that nobody has checked, by what the reader expects of it. A scenario that is not as its language
 * says is the scenario's fault, and named so.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A scenario says something that the language does not have. Never caught by a scenario's own handlers. */
export class BadScenario extends Error {
  override readonly name = "BadScenario";
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The list that `value` must be. @throws BadScenario */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new BadScenario(`expected a list, got ${JSON.stringify(value)}`);
}

/** A list, or an empty one where there is none. */
export function optionalList(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : list(value);
}

/** @throws BadScenario */
export function text(value: unknown): string {
  if (typeof value === "string") return value;
  throw new BadScenario(`expected a text, got ${JSON.stringify(value)}`);
}

/** @throws BadScenario */
export function number(value: unknown): number {
  if (typeof value === "number") return value;
  throw new BadScenario(`expected a number, got ${JSON.stringify(value)}`);
}

/** @throws BadScenario */
export function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : number(value);
}

/** The object that `value` must be. @throws BadScenario */
export function object(value: unknown): { readonly [key: string]: unknown } {
  if (isObject(value)) return value;
  throw new BadScenario(`expected an object, got ${JSON.stringify(value)}`);
}
