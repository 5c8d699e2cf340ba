/**
 * Python's `<`: numbers (booleans among them) with numbers, texts with texts by code point, lists item by item. An
 * object says itself whether it is less, as Python's `__lt__`.
 */
import { typeName } from "./type-name.ts";

/** An object that has an order. */
export interface Ordered {
  lessThan(other: unknown): boolean;
}

/** @throws TypeError for two values that have no order. */
export function lessThan(one: unknown, other: unknown): boolean {
  if (isNumber(one) && isNumber(other)) return one < other;
  if (typeof one === "string" && typeof other === "string") return textBefore(one, other);
  if (Array.isArray(one) && Array.isArray(other)) return listBefore(one, other);
  if (isOrdered(one)) return one.lessThan(other);
  throw new TypeError(`'<' not supported between instances of '${typeName(one)}' and '${typeName(other)}'`);
}

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}

function isOrdered(value: unknown): value is Ordered {
  return typeof value === "object" && value !== null && "lessThan" in value && typeof value.lessThan === "function";
}

/** JavaScript compares the halves of characters beyond U+FFFF, Python the characters. */
function textBefore(one: string, other: string): boolean {
  return listBefore(codePoints(one), codePoints(other));
}

function codePoints(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** The first items that differ decide; else the shorter list is less. */
function listBefore(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (const [at, item] of one.entries()) {
    if (at >= other.length) return false;
    if (!equal(item, other[at])) return lessThan(item, other[at]);
  }
  return one.length < other.length;
}

function equal(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => equal(item, other[at]));
  }
  if (isDict(one) && isDict(other)) return dictsEqual(one, other);
  return isNumber(one) && isNumber(other) ? Number(one) === Number(other) : one === other;
}

function isDict(value: unknown): value is object {
  return typeName(value) === "dict" && !(value instanceof Map);
}

function dictsEqual(one: object, other: object): boolean {
  const entries = Object.entries(one);
  if (entries.length !== Object.keys(other).length) return false;
  return entries.every(([key, value]) => Object.hasOwn(other, key) && equal(value, Reflect.get(other, key)));
}
