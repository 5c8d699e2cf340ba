/**
 * What a program must return when nobody interferes: one value, or, of a program whose result is different each time, the
 * least that it can be.
 */
import type { Json } from "../core/trace/event.ts";

/** A number that is different each time. A class, so that it is no plain value that a program could return. */
export class AtLeast {
  readonly least: number;

  constructor(least: number) {
    this.least = least;
  }
}

export type Expected = Json | AtLeast;

/** A whole number, `least` or more. */
export function atLeast(least: number): AtLeast {
  return new AtLeast(least);
}

/** Whether a program that returned `value` came out as expected; nothing is expected of what has no expectation. */
export function isAsExpected(expected: Expected | undefined, value: Json | undefined): boolean {
  if (!(expected instanceof AtLeast)) return JSON.stringify(value) === JSON.stringify(expected);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= expected.least;
}
