/**
 * JSON from a file that anybody may have written: what comes out is plain data of bounded depth, with finite numbers
 * and no key that could reach an object's prototype.
 */
import type { Json } from "../../trace/event.ts";
import { deepestJson } from "../../trace/json-depth.ts";

const tooDeep = `is nested deeper than ${deepestJson} levels`;
/** Characters that are parsed at once, whatever is in them. */
const shortText = 4_096;

/** Why a text or value is refused, as the end of a sentence that names it. */
export class UnsafeJson extends Error {
  override readonly name = "UnsafeJson";
}

/** @throws UnsafeJson for what is no JSON, or not safe to pass on. */
export function parseJson(text: string): Json {
  if (text.length > shortText && isTooDeep(text)) throw new UnsafeJson(tooDeep);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnsafeJson("is not JSON");
  }
  return safeJson(value);
}

/** The same value, known to be safe. @throws UnsafeJson. */
export function safeJson(value: unknown): Json {
  if (!isSafe(value, 0)) throw new UnsafeJson("is not JSON");
  return value;
}

function isSafe(value: unknown, depth: number): value is Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      if (!Number.isFinite(value)) throw new UnsafeJson("has a number too large to be one");
      return true;
    case "object":
      return value === null || isSafeObject(value, depth);
    default:
      return false;
  }
}

function isSafeObject(value: object, depth: number): boolean {
  if (depth >= deepestJson) throw new UnsafeJson(tooDeep);
  if (Array.isArray(value)) return value.every((item) => isSafe(item, depth + 1));
  for (const [key, item] of Object.entries(value)) {
    if (key === "__proto__") throw new UnsafeJson('has a key "__proto__"');
    if (key === "constructor" && leadsToPrototype(item)) throw new UnsafeJson('has a key "constructor.prototype"');
    if (!isSafe(item, depth + 1)) return false;
  }
  return true;
}

/** Looks at the brackets alone: a text of a million of them takes seconds to parse. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted && character === "\\") i += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > deepestJson) return true;
  }
  return false;
}

/** A key "constructor" by itself is as good as any; with a "prototype" in it, it is meant to reach one. */
function leadsToPrototype(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "prototype");
}

/** Whether it is an object with keys. */
export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
