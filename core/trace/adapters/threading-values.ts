/**
 * What a thread returned, as the recording can hold it: JSON as it is, anything else as its text.
 */
import type { Json } from "../event.ts";

/** Longest value, in characters of JSON; a longer one is told by its length. */
const longest = 60_000;

/** Undefined (Python's "returned None, without saying so") has no value at all. */
export function jsonValue(value: unknown): Json | undefined {
  if (value === undefined) return undefined;
  if (!isJson(value)) return cut(String(value));
  const length = JSON.stringify(value).length;
  return length <= longest ? value : `(a value of ${length} characters)`;
}

/** A text at the length that a recording holds. */
export function cut(text: string): string {
  return text.length <= 10_000 ? text : `${text.slice(0, 9_999)}…`;
}

function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > 100) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isJson(item, depth + 1));
}
