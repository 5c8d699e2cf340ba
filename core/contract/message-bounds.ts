/**
 * What a message may amount to, looked at before its schema is: a checker that walks a cycle, a hundred thousand keys
 * or ten thousand levels throws or hangs, and the peer may be hostile. Structured clone carries all of these.
 * Invariant: the walk itself ends after at most the values it allows, whatever it is given.
 */
import { deepestJson } from "../trace/json-depth.ts";
import { rowsPerBatch } from "./schema.ts";

/** Values in a message at most: objects, arrays and what they hold; a typed array counts as one. */
export const mostValues = 262_144;
/** Keys of one object. */
export const mostKeys = 16_384;
/** UTF-16 units of all texts together: a batch of them still fits one journal record. */
export const mostUnits = 2 ** 25;
/** Levels: an envelope and its payload around JSON. */
const deepest = deepestJson + 8;

interface Left {
  values: number;
  units: number;
}

/** Why a message is not even looked at; undefined when it may be. `most`: values that one of its type may hold. */
export function whyUnbounded(message: unknown, most = mostValues): string | undefined {
  return faultOf(message, deepest, { values: most, units: mostUnits });
}

function faultOf(value: unknown, levels: number, left: Left): string | undefined {
  left.values -= 1;
  if (left.values < 0) return "more values than a message may hold";
  if (typeof value === "string") {
    left.units -= value.length;
    return left.units < 0 ? "longer texts than a message may hold" : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (levels === 0) return "nested deeper than a message may be";
  if (Array.isArray(value)) return faultOfArray(value, levels, left);
  // By its tag and not by its prototype: a value may come from another realm.
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object Object]") return faultOfObject(value, levels, left);
  if (!ArrayBuffer.isView(value) || tag === "[object DataView]") return "a value that no message has";
  // Where an object is expected, each of its numbers is a key that does not belong there, and a word in the reason.
  return "length" in value && Number(value.length) <= rowsPerBatch ? undefined : "a longer column than a batch has";
}

function faultOfArray(array: readonly unknown[], levels: number, left: Left): string | undefined {
  // A sparse array says any length and holds nothing.
  if (array.length > left.values) return "more values than a message may hold";
  for (let i = 0; i < array.length; i++) {
    const fault = faultOf(array[i], levels - 1, left);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfObject(object: object, levels: number, left: Left): string | undefined {
  const keys = Object.keys(object);
  if (keys.length > mostKeys) return "more keys than an object may have";
  for (const key of keys) {
    if (key === "__proto__") return 'a key "__proto__"';
    left.units -= key.length;
    const fault = faultOf(Reflect.get(object, key), levels - 1, left);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
