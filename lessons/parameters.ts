/**
 * Parameters arrive as a record that was checked against the lesson (`completeParameters`); programs want them by
 * type. A parameter of the wrong type here is a fault of the lesson's own table, and says so.
 */
import type { Parameters } from "../core/contract/run.ts";

/** A text parameter. @throws TypeError when it is not one. */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value === "string") return value;
  throw new TypeError(`parameter "${name}" is ${typeof value}, and the program needs a text`);
}

/** A number parameter, seconds or a count. @throws TypeError when it is not one. */
export function number(parameters: Parameters, name: string): number {
  const value = parameters[name];
  if (typeof value === "number") return value;
  throw new TypeError(`parameter "${name}" is ${typeof value}, and the program needs a number`);
}
