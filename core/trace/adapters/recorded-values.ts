/**
 * What a thread or a task returned, as the recording can hold it: JSON as it is, anything else as its text. Never throws.
 */
import { repr } from "../../programs/repr.ts";
import type { Json } from "../event.ts";
import { deepestValue } from "../json-depth.ts";

/** Longest value, in characters of JSON; a longer one is told by its length. */
const longestValue = 60_000;
/** Longest text of an error, or of a value that is no JSON. */
const longestText = 10_000;
const unprintable = "(a value that can't be printed)";

/** Undefined (a body that returned nothing) has no value at all. */
export function jsonValue(value: unknown): Json | undefined {
  if (value === undefined) return undefined;
  try {
    if (!isJson(value)) return cut(textOf(value, String));
    const length = JSON.stringify(value).length;
    return length <= longestValue ? value : `(a value of ${length} characters)`;
  } catch {
    // A getter, or a proxy, of the program's own.
    return unprintable;
  }
}

/** An error, or whatever was thrown, as Python's `repr` has it or its `str`. Never throws. */
export function errorText(thrown: unknown, print: (value: unknown) => string): string {
  return cut(textOf(thrown, print));
}

/** What a task ended with, as the recording has it at the end of its lane. */
export function resultOf(task: { cancelled(): boolean; failed(): boolean; readonly outcome: unknown }) {
  if (task.cancelled()) return undefined;
  if (task.failed()) return { error: errorText(task.outcome, repr) };
  const value = jsonValue(task.outcome);
  return value === undefined ? undefined : { value };
}

/** A text at the length that a recording holds. */
export function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

function textOf(value: unknown, print: (value: unknown) => string): string {
  try {
    return print(value);
  } catch {
    return unprintable;
  }
}

/** Deep nesting counts as no JSON: no message carries it and no file may hold it. */
function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > deepestValue) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isJson(item, depth + 1));
}
